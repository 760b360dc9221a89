using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Clustering;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>Which records are put together.</summary>
public class ClusterTests
{
    [Fact]
    public void Pairs_that_hang_together_are_one_group() => Join(3, new((0, 1), 8), new((1, 2), 6), new((0, 2), 1)).ShouldBe([0, 0, 0]);

    [Fact]
    public void A_record_that_fits_two_persons_does_not_make_them_one() => Join(3, new((0, 1), 8), new((1, 2), 3), new((0, 2), -20)).ShouldBe([0, 0, 2]);

    [Fact]
    public void A_hard_conflict_outweighs_everything() => Join(3, new((0, 1), 30), new((1, 2), 30), new((0, 2), 30, Conflict.Hard)).ShouldBe([0, 0, 2]);

    [Fact]
    public void Siblings_stay_apart_unless_one_record_has_the_names_of_both()
    {
        Join(2, new Between((0, 1), 25, Conflict.GivenNames)).ShouldBe([0, 1]);
        Join(3, new((0, 1), 20, Conflict.GivenNames), new((0, 2), 25), new((1, 2), 24)).ShouldBe([0, 0, 0]);
    }

    private static int[] Join(int records, params Between[] between) => new Clusters(records, new Told(between))
        .Join(between.Where(pair => pair.Score > 0).Select(pair => new LinkedPair(pair.Pair.One, pair.Pair.Other, pair.Score)));

    private sealed record Between((int One, int Other) Pair, double Score, Conflict Conflict = Conflict.None);

    private sealed class Told(Between[] between) : IJudge
    {
        public double Score(int one, int other) => Of(one, other).Score;

        public double ScoreBesideGivenNames(int one, int other) => Of(one, other).Score;

        public Conflict ConflictOf(int one, int other) => Of(one, other).Conflict;

        public bool ShareGivenNames(int one, int other) => Of(one, other).Conflict == Conflict.None;

        private Between Of(int one, int other) => between.Single(pair => pair.Pair == (int.Min(one, other), int.Max(one, other)));
    }
}
