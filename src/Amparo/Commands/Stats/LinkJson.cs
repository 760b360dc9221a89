using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Commands.Stats;

/// <summary>The linking for programs. A key is never taken away; docs/methods/linkage.md lists them.</summary>
internal static class LinkJson
{
    public static object Of(RecordTable table, LinkageResult result, LinkageOptions options, LinkageQuality? quality)
    {
        var ids = Enumerable.Range(0, table.Rows.Count).Select(table.IdOf).ToArray();
        return new
        {
            records = ids.Length,
            columns = table.Columns.Zip(table.Roles, (name, role) => new { name, role = role.ToString() }),
            rules = result.Rules.Select(rule => new { rule = rule.Rule, pairs = rule.Pairs }),
            passedOver = result.PassedOver,
            lambda = result.Model.Model.Lambda,
            comparisons = result.Model.Comparisons.Select(of => new { comparison = of.Comparison, levels = of.Levels, m = of.M, u = of.U }),
            groups = Groups(table, result.Clusters),
            pairs = result.Pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
                .Select(pair => new { one = ids[pair.One], other = ids[pair.Other], score = double.Round(pair.Score, 6), probability = double.Round(MatchModel.Probability(pair.Score), 9), together = result.Clusters[pair.One] == result.Clusters[pair.Other] }),
            threshold = options.Threshold,
            review = options.Review,
            truth = Of(quality),
            seed = options.Seed,
        };
    }

    /// <summary>The records of each group of two or more.</summary>
    public static IEnumerable<List<string>> Groups(RecordTable table, IReadOnlyList<int> clusters) =>
        clusters.Index().GroupBy(both => both.Item, both => table.IdOf(both.Index)).Where(group => group.Skip(1).Any()).Select(group => group.ToList());

    /// <summary>How right the groups are; nothing where nobody gave the truth.</summary>
    public static object? Of(LinkageQuality? quality) =>
        quality is null ? null : new { precision = quality.Precision, recall = quality.Recall, f1 = quality.F1, right = quality.Right, said = quality.Said, pairs = quality.True };
}
