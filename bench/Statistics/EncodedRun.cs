using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>Every set of a folder (as for <see cref="LinkageRun"/>) linked in clear text and encoded, at the defaults, beside each other.</summary>
internal static class EncodedRun
{
    // Which bits a piece sets is chance, so a result is the middle of several keys; these are no secrets.
    private static readonly EncodingKey[] Keys = [.. Enumerable.Range(1, 5).Select(number => EncodingKey.Parse(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"key number {number} of the bench of encodings"))))];

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
        LinkageOptions options = new(LaterFiles: first > 0 ? [first] : null);
        Say("clear text", [Linker.Link(table, options, Running.Freely).Clusters], "");
        foreach (var salt in Enum.GetValues<EncodingSalt>())
        {
            List<IReadOnlyList<int>> fields = [], whole = [];
            List<double> seconds = [];
            foreach (var key in Keys)
            {
                var encoded = RecordEncoder.Encode(table, key, new(EncodingKind.Fields, salt));
                var watch = Stopwatch.StartNew();
                fields.Add(EncodedLinker.Link(encoded, options, Running.Freely).Clusters);
                seconds.Add(watch.Elapsed.TotalSeconds);
                whole.Add(WholeRecordLinker.Link(RecordEncoder.Encode(table, key, new(EncodingKind.Record, salt)).Pack(), new(LaterFiles: options.LaterFiles), Running.Freely).Clusters);
            }

            Say($"fields, salt {salt}", fields, string.Create(CultureInfo.InvariantCulture, $"{seconds.Order().ElementAt(Keys.Length / 2):0.0}"));
            Say($"whole record, salt {salt}", whole, "");
        }

        void Say(string form, IReadOnlyList<IReadOnlyList<int>> clusters, string seconds)
        {
            LinkageQuality[] of = [.. clusters.Select(own => LinkageQuality.OfGroups(own, entities, options.LaterFiles)).OrderBy(quality => quality.F1)];
            var middle = of[of.Length / 2];
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {form} | {middle.F1:0.0000} ({middle.Precision:0.0000}, {middle.Recall:0.0000}) | {of[0].F1:0.0000} to {of[^1].F1:0.0000} | {(hard is null ? "" : new LinkageScore(entities, first).HardPairs(hard, clusters[0]))} | {seconds} |"));
        }
    }

    private static void Header() => Console.Out.WriteLine("| Set | Form | Groups F1 (P, R), middle of the keys | From worst to best key | Hard pairs joined | Linking s |\n|---|---|---|---|---|---|");
}
