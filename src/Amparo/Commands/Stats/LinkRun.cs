using System.CommandLine;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.Commands.Stats;

/// <summary>What linking in clear text and linking of encodings share: running it, and writing what it found.</summary>
internal static class LinkRun
{
    public static async Task<int> RunAsync(ParseResult parsed, TextWriter say, RecordTable table, LinkageOptions options, Func<Running, LinkageResult> link, CancellationToken cancel)
    {
        var report = new StatsReport(parsed);
        try
        {
            var running = new Running(parsed.GetValue(LinkOptions.Cores), null, cancel);
            // On a thread of its own: this one must be free to hear Ctrl-C.
            var result = await Task.Run(() => link(running), cancel);
            var quality = QualityOf(parsed, table, result.Clusters, options.LaterFiles);
            await say.WriteLineAsync(parsed.GetValue(LinkOptions.Json)
                ? report.Json(1, LinkJson.Of(table, result, options, quality))
                : LinkReport.Write(table, result, options, parsed.GetValue(LinkOptions.Explain)));
            await FinishAsync(parsed, say, table, result.Clusters, quality, cancel);
            return CommandHost.Done;
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped. Nothing was written.");
            return CommandHost.Refused;
        }
    }

    /// <summary>How right the groups are, where somebody gave the truth.</summary>
    public static LinkageQuality? QualityOf(ParseResult parsed, RecordTable table, IReadOnlyList<int> clusters, IReadOnlyList<int>? laterFiles)
    {
        if (parsed.GetValue(LinkOptions.Truth) is not { } path)
            return null;
        string[] ids = [.. Enumerable.Range(0, table.Rows.Count).Select(table.IdOf)];
        return LinkageQuality.OfGroups(clusters, StatsRun.Read(path, text => TruthFile.Read(text, ids)), laterFiles);
    }

    /// <summary>For people how right it was, and the groups in a file of their own.</summary>
    public static async Task FinishAsync(ParseResult parsed, TextWriter say, RecordTable table, IReadOnlyList<int> clusters, LinkageQuality? quality, CancellationToken cancel)
    {
        if (quality is not null && !parsed.GetValue(LinkOptions.Json))
            await say.WriteLineAsync(FormattableString.Invariant($"By the truth: precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000} ({quality.Right:N0} of {quality.Said:N0} pairs right, {quality.True:N0} to find)."));
        if (parsed.GetValue(LinkOptions.Groups) is not { } groups)
            return;
        try
        {
            await File.WriteAllLinesAsync(groups, LinkReport.Groups(table, clusters), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"The groups could not be written: {failure.Message}");
        }
    }
}
