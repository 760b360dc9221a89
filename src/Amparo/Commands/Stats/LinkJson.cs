using System.Text.Encodings.Web;
using System.Text.Json;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Commands.Stats;

/// <summary>The linking for programs. A key is never taken away; docs/methods/linkage.md lists them.</summary>
internal static class LinkJson
{
    private static readonly JsonSerializerOptions Shape = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RecordTable table, LinkageResult result, LinkageOptions options, TimeSpan took)
    {
        var ids = Enumerable.Range(0, table.Rows.Count).Select(table.IdOf).ToArray();
        return JsonSerializer.Serialize(new
        {
            method = "link",
            version = 1,
            records = ids.Length,
            columns = table.Columns.Zip(table.Roles, (name, role) => new { name, role = role.ToString() }),
            rules = result.Rules.Select(rule => new { rule = rule.Rule, pairs = rule.Pairs }),
            passedOver = result.PassedOver,
            lambda = result.Model.Model.Lambda,
            comparisons = result.Model.Comparisons.Select(of => new { comparison = of.Comparison, levels = of.Levels, m = of.M, u = of.U }),
            groups = result.Clusters.Select((group, record) => (group, record)).GroupBy(both => both.group, both => ids[both.record]).Where(group => group.Skip(1).Any()).Select(group => group.ToList()),
            pairs = result.Pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
                .Select(pair => new { one = ids[pair.One], other = ids[pair.Other], score = double.Round(pair.Score, 6), probability = double.Round(MatchModel.Probability(pair.Score), 9), together = result.Clusters[pair.One] == result.Clusters[pair.Other] }),
            threshold = options.Threshold,
            review = options.Review,
            seed = options.Seed,
            seconds = double.Round(took.TotalSeconds, 3),
        }, Shape);
    }
}
