using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>Every set of a folder (as for <see cref="LinkageRun"/>) linked in clear text and encoded, at the defaults, beside each other.</summary>
internal static class EncodedRun
{
    // Any key: which bits a piece sets is chance, and another key shows how much that matters.
    private const string Key = "QW1wYXJvLCBrZXkgb2YgdGhlIGJlbmNoLCBub3Qgc2VjcmV0";

    public static void Run(string folder, string? only)
    {
        Header();
        foreach (var (name, table, first, hard) in LinkageSets.Of(folder, only))
            Row(name, table, first, hard);
    }

    /// <summary>Made-up persons of another seed than the tests': what was chosen was chosen on these.</summary>
    public static void Made(int persons, long seed)
    {
        Header();
        Row($"made-up persons ({persons:N0}, seed {seed})", new MadePersons(seed).Make(persons), 0, null);
    }

    private static void Row(string name, RecordTable table, int first, string? hard)
    {
        string[] entities = LinkageSets.TruthOf(table);
        LinkageScore score = new(entities, first);
        LinkageOptions options = new(LaterFiles: first > 0 ? [first] : null);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | clear | {Told(Linker.Link(table, options, Running.Freely))}"));
        foreach (var salt in new[] { EncodingSalt.None, EncodingSalt.BirthYear })
        {
            var watch = Stopwatch.StartNew();
            var encoded = RecordEncoder.Encode(table, EncodingKey.Parse(Key), new(EncodingKind.Fields, salt));
            var encoding = watch.Elapsed;
            watch.Restart();
            var result = EncodedLinker.Link(encoded, options, Running.Freely);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | fields, salt {salt} | {Told(result)} encoding {encoding.TotalSeconds:0.0} s, linking {watch.Elapsed.TotalSeconds:0.0} s |"));
            if (Environment.GetEnvironmentVariable("LINK_VERBOSE") is not null)
                LinkageDetail.Write(table, result, entities);
        }

        foreach (var salt in new[] { EncodingSalt.None, EncodingSalt.BirthYear })
        {
            var set = RecordEncoder.Encode(table, EncodingKey.Parse(Key), new(EncodingKind.Record, salt)).Pack();
            foreach (var threshold in new[] { 0.70, 0.72, 0.74, 0.76, 0.78, 0.8, 0.82, 0.84, 0.86 })
            {
                var result = WholeRecordLinker.Link(set, new(threshold, threshold, options.LaterFiles), Running.Freely);
                var quality = LinkageQuality.OfGroups(result.Clusters, entities, options.LaterFiles);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | record, salt {salt}, {threshold} | | | {result.Pairs.Count} | {quality.F1:0.0000} ({quality.Precision:0.0000}, {quality.Recall:0.0000}) | | |"));
            }
        }

        string Told(LinkageResult result) =>
            $"{result.Rules.Sum(rule => rule.Pairs):N0} | {(table.Rows.Count > 20_000 ? "" : score.RecallOfRules(result.Model))} | {score.OfPairs(result, options.Threshold)} | {score.OfClusters(result.Clusters)} | {(hard is null ? "" : score.HardPairs(hard, result.Clusters))} |";
    }

    private static void Header() => Console.Out.WriteLine("| Set | Form | Compared | Of the true | Pairs F1 (P, R) | Groups F1 (P, R) | Hard pairs joined | Time |\n|---|---|---|---|---|---|---|---|");
}
