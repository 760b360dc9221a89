using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>Links every set of a folder (<see cref="LinkageSets"/>) at the defaults and compares with the truth, which the linking never sees.</summary>
internal static class LinkageRun
{
    private const int MostForRecall = 20_000;

    public static void Run(string folder, int runs, string? only)
    {
        Header();
        foreach (var (name, table, first, hard) in LinkageSets.Of(folder, only))
            Row(name, table, first, hard, runs);
    }

    /// <summary>Made-up persons, about 1.6 records each.</summary>
    public static void Grown(int persons, int runs)
    {
        Header();
        Row($"made-up persons ({persons:N0})", new MadePersons(1).Make(persons), 0, null, runs);
    }

    private static void Row(string name, RecordTable table, int first, string? hard, int runs)
    {
        var entities = LinkageSets.TruthOf(table);
        List<(double Wall, double Processor)> times = [];
        LinkageResult result = null!;
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            result = Linker.Link(table, new(LaterFiles: first > 0 ? [first] : null), Running.Freely);
            times.Add((watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds));
        }

        LinkageScore score = new(entities, first);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {entities.Length:N0} | {score.TruePairs:N0} | {result.Rules.Sum(rule => rule.Pairs):N0} | {(result.Rules.Count == 1 ? "all" : table.Rows.Count > MostForRecall ? "" : score.RecallOfRules(result.Model))} | {score.OfPairs(result, new LinkageOptions().Threshold)} | {score.OfClusters(result.Clusters)} | {(hard is null ? "" : score.HardPairs(hard, result.Clusters))} | {times[0].Wall:0.00} | {times.Select(t => t.Wall).Order().ElementAt(runs / 2):0.00} | {times.Select(t => t.Processor).Order().ElementAt(runs / 2):0.00} | {Search(table, result):0.0} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} |"));
        if (Environment.GetEnvironmentVariable("LINK_VERBOSE") is not null)
            LinkageDetail.Write(table, result, entities);
    }

    private static void Header() => Console.Out.WriteLine(
        "| Set | Records | True pairs | Compared | Of the true | Pairs F1 (P, R) | Clusters F1 (P, R) | Hard pairs joined | First s | Median s | CPU s | Search p95 ms | Peak MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|");

    private static double Search(RecordTable table, LinkageResult result)
    {
        List<double> times = [];
        for (var i = 0; i < int.Min(2000, table.Rows.Count); i++)
        {
            var watch = Stopwatch.StartNew();
            result.Model.Search(table.Rows[(int)((long)i * 7919 % table.Rows.Count)]);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count * 95 / 100);
    }
}
