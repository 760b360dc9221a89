using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.StatisticsBench;

/// <summary>How right a linking was.</summary>
internal sealed class LinkageScore(string[] entities, int firstOfSecond)
{
    public long TruePairs { get; } = firstOfSecond > 0
        ? entities.Take(firstOfSecond).Join(entities.Skip(firstOfSecond), a => a, b => b, (a, _) => a).LongCount()
        : Pairs(entities.GroupBy(entity => entity, StringComparer.Ordinal).Select(group => group.LongCount()));

    public string OfPairs(LinkageResult result, double threshold)
    {
        var said = result.Pairs.Where(pair => MatchModel.Probability(pair.Score) >= threshold).ToList();
        return Text(said.LongCount(pair => entities[pair.One] == entities[pair.Other]), said.Count);
    }

    public string OfClusters(IReadOnlyList<int> clusters)
    {
        var said = Pairs(clusters.CountBy(cluster => cluster).Select(group => (long)group.Value));
        var right = Pairs(clusters.Select((cluster, record) => (cluster, entities[record])).CountBy(both => both).Select(group => (long)group.Value));
        return Text(right, said);
    }

    public string HardPairs(string path, IReadOnlyList<int> clusters)
    {
        var places = clusters.Select((cluster, record) => (cluster, Entity: entities[record])).ToLookup(both => both.Entity, both => both.cluster, StringComparer.Ordinal);
        var pairs = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        var joined = pairs.Count(pair => places[pair[0]].Intersect(places[pair[1]]).Any());
        return string.Create(CultureInfo.InvariantCulture, $"{joined} of {pairs.Count} ({100.0 * joined / pairs.Count:0.0} %)");
    }

    public string RecallOfRules(LinkageModel model)
    {
        var brought = 0L;
        foreach (var entity in Enumerable.Range(0, entities.Length).GroupBy(record => entities[record], StringComparer.Ordinal))
            brought += entity.SelectMany(_ => entity, (one, other) => (one, other)).LongCount(pair => pair.one < pair.other && (firstOfSecond == 0 || (pair.one < firstOfSecond && pair.other >= firstOfSecond)) && model.AreCandidates(pair.one, pair.other));
        return string.Create(CultureInfo.InvariantCulture, $"{(double)brought / TruePairs:0.000}");
    }

    private static long Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2);

    private string Text(long right, long said)
    {
        var (precision, recall) = ((double)right / long.Max(1, said), (double)right / TruePairs);
        return string.Create(CultureInfo.InvariantCulture, $"{2 * precision * recall / (precision + recall):0.0000} ({precision:0.0000}, {recall:0.0000})");
    }
}
