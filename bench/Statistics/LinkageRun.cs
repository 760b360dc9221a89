using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>
/// Links every set of a folder at the defaults and compares with the truth, which the linking never sees: <c>rl_NAME.csv</c> with a column entity, ent_id or
/// cluster; <c>rl_NAMEa.csv</c> and <c>rl_NAMEb.csv</c> are two files of one set; <c>rl_NAME_hardpairs.csv</c> lists persons who must stay apart.
/// </summary>
internal static class LinkageRun
{
    private const int MostForRecall = 20_000;
    private static readonly string[] Truths = ["entity", "ent_id", "cluster"];

    public static void Run(string folder, int runs, string? only)
    {
        Header();
        foreach (var path in Directory.EnumerateFiles(folder, "rl_*.csv").Order(StringComparer.Ordinal).Where(path => only is null || path.Contains(only, StringComparison.Ordinal)))
        {
            var second = path.EndsWith("a.csv", StringComparison.Ordinal) ? path[..^5] + "b.csv" : null;
            if (File.ReadLines(path).First().Split(',').Any(Truths.Contains) && (second is not null || !path.EndsWith("b.csv", StringComparison.Ordinal)))
                Row(path, second, runs);
        }
    }

    /// <summary>Made-up persons, about 1.6 records each.</summary>
    public static void Grown(int persons, int runs)
    {
        Header();
        Row($"made-up persons ({persons:N0})", new MadePersons(1).Make(persons), 0, null, runs);
    }

    private static void Row(string path, string? second, int runs)
    {
        var (table, first) = (Read(path), 0);
        if (second is not null)
            (first, table) = (table.Rows.Count, table with { Rows = [.. table.Rows, .. Read(second).Rows] });
        var hard = path.Replace(".csv", "_hardpairs.csv", StringComparison.Ordinal);
        Row(Path.GetFileNameWithoutExtension(path), table, first, File.Exists(hard) ? hard : null, runs);
    }

    private static void Row(string name, RecordTable table, int first, string? hard, int runs)
    {
        var truth = table.Columns.Index().First(column => Truths.Contains(column.Item)).Index;
        string[] entities = [.. table.Rows.Select(row => row[truth])];
        List<(double Wall, double Processor)> times = [];
        LinkageResult result = null!;
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            result = Linker.Link(table, new(FirstOfSecondFile: first), Running.Freely);
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

    private static RecordTable Read(string path)
    {
        using var text = File.OpenText(path);
        return RecordFile.Read(text);
    }

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
