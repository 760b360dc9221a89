using Amparo.Statistics.Linkage.Clustering;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>How whole records are linked.</summary>
/// <param name="Threshold">The Dice coefficient from which two are said to be one person: chosen on made-up persons, not on any reference set.</param>
/// <param name="Review">That from which a pair is shown to a person.</param>
/// <param name="LaterFiles">Where each file after the first begins, as in <see cref="LinkageOptions"/>.</param>
public sealed record WholeRecordOptions(double Threshold = 0.75, double Review = 0.7, IReadOnlyList<int>? LaterFiles = null);

/// <summary>Two records and how alike their encodings are.</summary>
/// <param name="One">The lower place, from 0.</param>
/// <param name="Other">The higher.</param>
/// <param name="Dice">0 to 1.</param>
public sealed record AlikePair(int One, int Other, double Dice);

/// <param name="Pairs">From the review threshold up, in the order of the table.</param>
/// <param name="Clusters">For each record, the lowest record of its group.</param>
public sealed record WholeRecordResult(IReadOnlyList<AlikePair> Pairs, IReadOnlyList<int> Clusters);

/// <summary>
/// Links encodings of whole records by how alike they are, and nothing else: a missing field looks like a different one, and a rare name counts as much as a
/// common one. It is what is left when fields may not be told apart.
/// </summary>
public static class WholeRecordLinker
{
    // A tenth more or less in the Dice coefficient is as good as certain, as so many bits are.
    private const double BitsOfOne = 100;

    /// <param name="set">All files one behind the other.</param>
    /// <param name="options">Thresholds, and where later files begin.</param>
    /// <param name="running">Cores and stopping; neither changes a result.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static WholeRecordResult Link(EncodingSet set, WholeRecordOptions options, Running running)
    {
        Sources sources = new(set.Count, options.LaterFiles);
        var found = new List<AlikePair>[set.Count];
        running.Each(set.Count, () => new double[set.Count], (other, likeness) =>
        {
            found[other] = [];
            var before = sources.Before(other);
            set.Dice(set.Of(other), likeness.AsSpan(0, before));
            for (var one = 0; one < before; one++)
            {
                if (likeness[one] >= options.Review)
                    found[other].Add(new AlikePair(one, other, likeness[one]));
            }
        });
        AlikePair[] pairs = [.. found.SelectMany(own => own).OrderBy(pair => pair.One).ThenBy(pair => pair.Other)];
        Judge judge = new(set, options.Threshold, sources);
        var edges = pairs.Where(pair => pair.Dice >= options.Threshold).Select(pair => new LinkedPair(pair.One, pair.Other, judge.Score(pair.One, pair.Other)));
        return new WholeRecordResult(pairs, new Clusters(set.Count, judge).Join(edges));
    }

    private sealed class Judge(EncodingSet set, double threshold, Sources sources) : IJudge
    {
        public double Score(int one, int other) => (set.Dice(one, other) - threshold) * BitsOfOne;

        public double ScoreBesideGivenNames(int one, int other) => Score(one, other);

        public Conflict ConflictOf(int one, int other) => sources.MayBeOne(one, other) ? Conflict.None : Conflict.Hard;

        public bool ShareGivenNames(int one, int other) => false;
    }
}
