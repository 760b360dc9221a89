using System.Globalization;
using System.Text;
using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Panels;

namespace Amparo.Commands.Stats;

/// <summary>The panel for people: the verdict stands last, where the eye rests.</summary>
internal static class MseTable
{
    public static string Write(OverlapTable table, PanelVerdict verdict)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{verdict.Seen:N0} cases seen on {table.Lists.Count} lists: {string.Join(", ", table.Lists.Select((name, i) => $"{i + 1} {name}"))}");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"method",-14} {"estimate",12} {"interval",24}  {"code",4}  model");
        foreach (var finding in verdict.Findings)
        {
            var interval = finding.Interval is { } ends ? string.Create(CultureInfo.InvariantCulture, $"{ends.Lower:N0} – {ends.Upper:N0}") : "";
            var estimate = finding.Estimate is { } value ? string.Create(CultureInfo.InvariantCulture, $"{(finding.IsLowerBound ? "≥ " : "")}{value:N0}") : "none";
            text.AppendLine(CultureInfo.InvariantCulture, $"{finding.Method,-14} {estimate,12} {interval,24}  {finding.Code,4}  {finding.Model}");
        }

        text.AppendLine();
        foreach (var finding in verdict.Findings)
        {
            foreach (var warning in finding.Warnings)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {finding.Method}: {warning}");
        }

        foreach (var warning in verdict.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {warning}");
        text.AppendLine();
        if (verdict.Reportable && verdict.Spread is { } spread)
            text.Append(CultureInfo.InvariantCulture, $"Reportable as a range: {spread.Lowest:N0} to {spread.Highest:N0} by method, with the intervals above. Never one of the figures alone.");
        else
            text.Append("Not reportable:").AppendJoin("", verdict.Reasons.Select(reason => $"{Environment.NewLine}  {reason}"));
        return text.ToString();
    }
}
