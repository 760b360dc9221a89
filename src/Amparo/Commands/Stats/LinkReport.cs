using System.Globalization;
using System.Text;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Commands.Stats;

/// <summary>What was linked, for people: what was compared, what the rules brought, groups, and the pairs a person should look at.</summary>
internal static class LinkReport
{
    public static string Write(RecordTable table, LinkageResult result, LinkageOptions options, int explained)
    {
        var text = new StringBuilder();
        var columns = table.Columns.Zip(table.Roles).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{table.Rows.Count:N0} records. Compared: {string.Join(", ", columns.Where(c => c.Second > FieldRole.Id).Select(c => c.First))}.");
        if (columns.Where(c => c.Second == FieldRole.None).Select(c => c.First).ToList() is { Count: > 0 } left)
            text.AppendLine(CultureInfo.InvariantCulture, $"Not compared: {string.Join(", ", left)}. Say what a column is with --field COLUMN=ROLE.");
        text.AppendLine();
        foreach (var rule in result.Rules)
            text.AppendLine(CultureInfo.InvariantCulture, $"{rule.Pairs,14:N0}  {rule.Rule}");
        if (result.PassedOver > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {result.PassedOver:N0} values were shared by too many records to bring any together.");
        text.AppendLine();
        var groups = result.Clusters.CountBy(group => group).Where(group => group.Value > 1).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{groups.Sum(group => group.Value):N0} records in {groups.Count:N0} groups of two or more, as one person each (probability {options.Threshold} or more).");
        var review = ForReview(result).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{review.Count:N0} pairs for review: a probability of {options.Review} or more, and not put together.");
        foreach (var pair in review.Take(explained))
            Explain(text, table, result.Model.Explain(pair.One, pair.Other), pair);
        return text.ToString();
    }

    /// <summary>Each record with the first record of its group, as CSV.</summary>
    public static IEnumerable<string> Groups(RecordTable table, IReadOnlyList<int> clusters) =>
        clusters.Select((group, record) => $"{Quoted(table.IdOf(record))},{Quoted(table.IdOf(group))}").Prepend("record,group");

    /// <summary>The likeliest first.</summary>
    public static IEnumerable<LinkedPair> ForReview(LinkageResult result) =>
        result.Pairs.Where(pair => result.Clusters[pair.One] != result.Clusters[pair.Other]).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One).ThenBy(pair => pair.Other);

    private static void Explain(StringBuilder text, RecordTable table, Waterfall waterfall, LinkedPair pair)
    {
        text.AppendLine().AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{table.IdOf(pair.One)} and {table.IdOf(pair.Other)}: {waterfall.Score:0.00} bits, probability {waterfall.Probability:0.000}");
        foreach (var step in waterfall.Steps.Where(step => step.Bits != 0 || step.Rarity != 0))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {step.Bits,8:+0.00;-0.00}  {step.What}: {step.Level}{(step.Rarity == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {step.Rarity:+0.00;-0.00} for how rare it is"))}");
        text.Append(CultureInfo.InvariantCulture, $"  {waterfall.Steps.Sum(step => step.Bits + step.Rarity),8:+0.00;-0.00}  in all");
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
