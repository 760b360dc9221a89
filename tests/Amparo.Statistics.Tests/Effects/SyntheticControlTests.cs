using Amparo.Statistics.Effects.Synthetic;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Effects;

/// <summary>Synthetic control where the answer is known by construction.</summary>
public class SyntheticControlTests
{
    [Fact]
    public void An_area_that_is_a_mixture_of_others_is_found_as_that_mixture()
    {
        var areas = Walks(6, 30, 1);
        double[] area = [.. Enumerable.Range(0, 30).Select(t => 0.5 * areas[0][t] + 0.3 * areas[2][t] + 0.2 * areas[5][t] + (t >= 20 ? 2 : 0))];
        var found = SyntheticControl.Fit(Panel([area, .. areas], 21), 0);
        found.Weights.Select(weight => weight.Value).ShouldBe([0.5, 0, 0.3, 0, 0, 0.2], 1e-8);
        found.Before.ShouldBe(0, 1e-7);
        found.Gaps.Skip(20).ShouldAllBe(gap => double.Abs(gap - 2) < 1e-7);
    }

    [Theory]
    [InlineData(0.25, 0.25), InlineData(1.75, 1), InlineData(-3, 0)]
    public void Between_two_donors_the_share_is_that_of_a_straight_line_held_to_its_ends(double place, double share)
    {
        double[] low = [0, 2, 1, 4], high = [1, 4, 0, 4];
        double[] area = [.. low.Zip(high, (a, b) => a + place * (b - a))];
        SyntheticControl.Fit(Panel([area, low, high], 4), 0).Weights[1].Value.ShouldBe(share, 1e-10);
    }

    [Fact]
    public void The_share_of_two_donors_that_do_not_reach_is_the_foot_of_the_perpendicular()
    {
        // Before: (1, 3) beside (0, 0) and (4, 2). The foot lies at 10/20 of the way.
        var found = SyntheticControl.Fit(Panel([[1, 3, 9], [0, 0, 1], [4, 2, 3]], 3), 0);
        found.Weights.Select(weight => weight.Value).ShouldBe([0.5, 0.5], 1e-12);
        found.Before.ShouldBe(double.Sqrt((1 + 4) / 2.0), 1e-12);
        (found.Gaps[2], found.After).ShouldBe((7, 7));
    }

    [Fact]
    public void The_area_whose_gap_grows_most_is_one_in_all_areas()
    {
        var areas = Walks(12, 40, 2);
        for (var t = 30; t < 40; t++)
            areas[4][t] += 40;
        var placebos = Placebos.Run(Panel(areas, 31), 4, Running.Freely);
        placebos.P.ShouldBe(1.0 / 12, 1e-15);
        placebos.Elsewhere.Count.ShouldBe(11);
        placebos.Elsewhere.ShouldAllBe(placebo => placebo.Weights.All(weight => weight.Key != "4"));
        placebos.Earlier!.After.ShouldBeLessThan(placebos.Effect.After / 3);
        Placebos.Run(Panel(areas, 31), 4, new Running(1)).Elsewhere.Select(placebo => placebo.Ratio).ShouldBe(placebos.Elsewhere.Select(placebo => placebo.Ratio));
    }

    [Fact]
    public void Where_nothing_happened_placebos_find_nothing_as_often_as_they_say()
    {
        var small = Enumerable.Range(0, 300).Count(set => Placebos.Run(Panel(Walks(10, 20, 100 + set), 15), 0, new Running(1)).P <= 0.2);
        small.ShouldBeInRange(35, 85);
    }

    [Fact]
    public void A_predictor_that_misleads_is_passed_over()
    {
        var areas = Walks(5, 24, 3);
        double[] area = [.. Enumerable.Range(0, 24).Select(t => 0.6 * areas[1][t] + 0.4 * areas[3][t])];
        // The first two follow the true mixture; the third would have the second donor alone.
        double[][] of = [[1, 9, 5], [4, 2, 7], [2, 5, 3], [7, 1, 6], [8, 4, 2]];
        double[] ofArea = [0.6 * of[1][0] + 0.4 * of[3][0], 0.6 * of[1][1] + 0.4 * of[3][1], 3];
        SyntheticResult With(params int[] predictors) => SyntheticControl.Fit(
            new DonorPanel(["a", "b", "c", "d", "e", "f"], [area, .. areas], 19, [.. of.Prepend(ofArea).Select(row => predictors.Select(k => row[k]).ToArray())]), 0);
        var (all, misled) = (With(0, 1, 2), With(2));
        all.PredictorWeights.Sum().ShouldBe(1, 1e-12);
        misled.PredictorWeights.ShouldBe([1]);
        all.Before.ShouldBeLessThan(0.5 * misled.Before);
        all.Before.ShouldBeGreaterThanOrEqualTo(SyntheticControl.Fit(Panel([area, .. areas], 19), 0).Before);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Should.Throw<ArgumentException>(() => Panel([[1, 2, 3], [1, 2, 3]], 3)).Message.ShouldContain("three areas");
        Should.Throw<ArgumentException>(() => Panel([[1, 2, 3], [1, 2, 3], [1, 2]], 3)).Message.ShouldContain("same times");
        Should.Throw<ArgumentException>(() => Panel([[1, 2, 3], [1, 2, 3], [1, double.NaN, 2]], 3)).Message.ShouldContain("left out");
        Should.Throw<ArgumentException>(() => Placebos.Run(Panel([[1, 2, 3], [1, 2, 3], [1, 2, 4]], 3), 0, Running.Freely)).Message.ShouldContain("three donors");
        Should.Throw<ArgumentException>(() => SyntheticControl.Fit(Panel([[1, 2, 3], [1, 2, 3], [1, 2, 4]], 3), 0, [0, 1])).Message.ShouldContain("not itself");
    }

    internal static DonorPanel Panel(double[][] outcomes, int from) => new([.. outcomes.Select((_, i) => $"{i}")], outcomes, from);

    private static double[][] Walks(int areas, int times, int stream)
    {
        var random = new RandomStream(11, stream);
        return [.. Enumerable.Range(0, areas).Select(_ =>
        {
            var level = 50 + 10 * random.Normal();
            return Enumerable.Range(0, times).Select(_ => level += random.Normal()).ToArray();
        })];
    }
}
