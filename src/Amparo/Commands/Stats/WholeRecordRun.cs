using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Numerics;

namespace Amparo.Commands.Stats;

/// <summary>Linking of whole records: no weights and no explanation, since nothing but a likeness is known.</summary>
internal static class WholeRecordRun
{
    public static async Task<int> RunAsync(ParseResult parsed, TextWriter say, EncodedTable table, WholeRecordOptions options, CancellationToken cancel)
    {
        var report = new StatsReport(parsed);
        try
        {
            var running = new Running(parsed.GetValue(LinkOptions.Cores), null, cancel);
            var result = await Task.Run(() => WholeRecordLinker.Link(table.Pack(), options, running), cancel);
            var quality = LinkRun.QualityOf(parsed, table.Records, result.Clusters, options.LaterFiles);
            await say.WriteLineAsync(parsed.GetValue(LinkOptions.Json) ? report.Json(1, Json(table.Records, result, options, quality)) : Text(table.Records, result, options, parsed.GetValue(LinkOptions.Explain)));
            await LinkRun.FinishAsync(parsed, say, table.Records, result.Clusters, quality, cancel);
            return CommandHost.Done;
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped. Nothing was written.");
            return CommandHost.Refused;
        }
    }

    private static string Text(RecordTable table, WholeRecordResult result, WholeRecordOptions options, int shown)
    {
        var text = new StringBuilder();
        var groups = result.Clusters.CountBy(group => group).Where(group => group.Value > 1).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{table.Rows.Count:N0} encoded records; {groups.Sum(group => group.Value):N0} of them in {groups.Count:N0} groups of two or more, as one person each (Dice {options.Threshold} or more).");
        var review = result.Pairs.Where(pair => result.Clusters[pair.One] != result.Clusters[pair.Other]).OrderByDescending(pair => pair.Dice).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{review.Count:N0} pairs for review: {options.Review} or more, and not put together.");
        foreach (var pair in review.Take(shown))
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {pair.Dice:0.0000}  {table.IdOf(pair.One)} and {table.IdOf(pair.Other)}");
        return text.ToString();
    }

    private static object Json(RecordTable table, WholeRecordResult result, WholeRecordOptions options, LinkageQuality? quality) => new
    {
        records = table.Rows.Count,
        groups = LinkJson.Groups(table, result.Clusters),
        pairs = result.Pairs.OrderByDescending(pair => pair.Dice).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
            .Select(pair => new { one = table.IdOf(pair.One), other = table.IdOf(pair.Other), dice = double.Round(pair.Dice, 9), together = result.Clusters[pair.One] == result.Clusters[pair.Other] }),
        threshold = options.Threshold,
        review = options.Review,
        truth = LinkJson.Of(quality),
    };
}
