using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Effects.Synthetic;
using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats synth-control</c></summary>
internal static class SynthControlCommand
{
    private const string What =
        """
        What an area would have looked like without an intervention: other areas mixed until they are like it before (synthetic control), with placebos.
        FILE has a header and a line for each time in order: the time, and a column for each area.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    private static readonly Option<string> Treated = new("--treated") { Description = "The area that had the intervention.", Required = true };
    private static readonly Option<int> From = new("--from") { Description = "The first time with the intervention, from 1.", Required = true };
    private static readonly Option<string?> Donors = new("--donors") { Description = "The areas that may be mixed, with commas. Else all columns but the first." };
    private static readonly Option<string?> Predictors = new("--predictors") { Description = "A file (CSV) with a line for each area: its name, and figures from before that should be alike. Else the outcomes before." };

    public static Command Make()
    {
        var command = new Command("synth-control", What) { StatsRun.File, Treated, From, Donors, Predictors, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report, cancel), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, CancellationToken cancel)
    {
        var treated = parsed.GetValue(Treated)!;
        var panel = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => Panel(SheetFile.Read(text), parsed));
        var running = new Running(Progress: new ProgressLine("synth-control", parsed.InvocationConfiguration.Error), Cancel: cancel);
        var placebos = Placebos.Run(panel, 0, running);
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(placebos, panel.From)) : Text(placebos, panel.From, treated);
    }

    // The area itself stands first.
    private static DonorPanel Panel(SheetFile sheet, ParseResult parsed)
    {
        var treated = parsed.GetValue(Treated)!;
        var donors = parsed.GetValue(Donors) is { } asked ? StatsRun.Names(asked) : [.. sheet.Names.Skip(1)];
        string[] units = [treated, .. donors.Where(donor => donor != treated)];
        double[][] outcomes = [.. units.Select(unit => NumberColumns.Read(sheet, unit))];
        return new DonorPanel(units, outcomes, parsed.GetValue(From),
            parsed.GetValue(Predictors) is { } path ? StatsRun.Read(path, text => Rows(SheetFile.Read(text), units)) : null);
    }

    private static double[][] Rows(SheetFile sheet, string[] units)
    {
        double[][] columns = [.. Enumerable.Range(1, sheet.Names.Count - 1).Select(column => NumberColumns.Read(sheet, column))];
        return [.. units.Select(unit =>
        {
            var row = sheet.Lines.ToList().FindIndex(line => line.Cells[0] == unit);
            return row >= 0 ? columns.Select(column => column[row]).ToArray() : throw new TableFault($"There is no line for {unit}. Its first column names the area as the other file does.");
        })];
    }

    private static string Text(Placebos placebos, int from, string treated)
    {
        var effect = placebos.Effect;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"share",6}  area");
        foreach (var (name, share) in effect.Weights.Where(weight => weight.Value >= 0.0005).OrderByDescending(weight => weight.Value))
            text.AppendLine(CultureInfo.InvariantCulture, $"{share,6:0.000}  {name}");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"time",5} {treated,14} {"mixture",14} {"gap",14}");
        for (var t = from - 1; t < effect.Gaps.Count; t++)
            text.AppendLine(CultureInfo.InvariantCulture, $"{t + 1,5} {effect.Expected[t] + effect.Gaps[t],14:0.00} {effect.Expected[t],14:0.00} {effect.Gaps[t],14:0.00}");
        var asLarge = (int)double.Round(placebos.P * (placebos.Elsewhere.Count + 1));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Gaps (root mean square) {effect.Before:0.00} before, {effect.After:0.00} since: {effect.Ratio:0.0} times as large. Mean gap since {Since(effect, from):0.00}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Of {placebos.Elsewhere.Count + 1} areas {asLarge} (itself among them) show as large a growth: p = {placebos.P:0.000}; with so many areas it cannot be below {1.0 / (placebos.Elsewhere.Count + 1):0.000}.");
        if (placebos.Earlier is { } earlier)
            text.AppendLine(CultureInfo.InvariantCulture, $"Had it begun in the middle of the times before, gaps would have been {earlier.Before:0.00} before and {earlier.After:0.00} since: these should be alike.");
        return text.Append("The mixture stands for the area only if it was like it before, and nothing else came to one of them since.").ToString();
    }

    private static object Json(Placebos placebos, int from) => new
    {
        p = placebos.P,
        meanGap = Since(placebos.Effect, from),
        effect = Of(placebos.Effect),
        placebos = placebos.Elsewhere.Select(Of),
        earlier = placebos.Earlier is { } earlier ? Of(earlier) : null,
    };

    private static object Of(SyntheticResult result) => new
    {
        area = result.Unit,
        shares = result.Weights.ToDictionary(),
        predictors = result.PredictorWeights,
        expected = result.Expected,
        gaps = result.Gaps,
        before = result.Before,
        after = result.After,
        ratio = double.IsFinite(result.Ratio) ? result.Ratio : (double?)null,
    };

    private static double Since(SyntheticResult result, int from) => result.Gaps.Skip(from - 1).Average();
}
