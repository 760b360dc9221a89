using Amparo.Statistics.Effects.Synthetic;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Effects;

/// <summary>What must hold of the mixture for any areas; ties and areas that are alike among them.</summary>
public class SyntheticPropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static Arbitrary<double[][]> Areas { get; } =
        (from areas in Gen.Choose(3, 9)
         from times in Gen.Choose(3, 12)
         from rows in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 500)).Select(value => (double)value).ArrayOf(times).ArrayOf(areas)
         select rows).ToArbitrary();

    [Fact]
    public void Shares_are_of_a_whole_and_no_small_change_of_them_comes_nearer() => ForAll(areas =>
    {
        var found = Fit(areas);
        double[] shares = [.. found.Weights.Select(weight => weight.Value)];
        shares.ShouldAllBe(share => share >= 0);
        shares.Sum().ShouldBe(1, 1e-9);
        var before = areas[0].Length - 1;
        double Slope(int donor) => Enumerable.Range(0, before).Sum(t => -found.Gaps[t] * (areas[donor + 1][t] - areas[0][t]));
        var here = Enumerable.Range(0, before).Sum(t => found.Gaps[t] * found.Gaps[t]);
        for (var donor = 0; donor < shares.Length; donor++)
            Slope(donor).ShouldBeGreaterThanOrEqualTo(here - 1e-6 * (1 + here));
    });

    [Fact]
    public void No_single_donor_is_nearer_than_the_mixture() => ForAll(areas =>
    {
        var found = Fit(areas);
        var before = areas[0].Length - 1;
        var nearest = areas.Skip(1).Min(donor => double.Sqrt(Enumerable.Range(0, before).Average(t => (areas[0][t] - donor[t]) * (areas[0][t] - donor[t]))));
        found.Before.ShouldBeLessThanOrEqualTo(nearest + 1e-6 * (1 + nearest));
    });

    [Fact]
    public void Other_units_and_another_zero_change_no_distance_but_by_the_unit() => ForAll(areas =>
    {
        var moved = Fit([.. areas.Select(area => area.Select(value => 7 + 3 * value).ToArray())]);
        moved.Before.ShouldBe(3 * Fit(areas).Before, 1e-5 * (1 + moved.Before));
    });

    [Fact]
    public void The_order_of_donors_changes_no_distance() => ForAll(areas =>
        Fit([areas[0], .. areas.Skip(1).Reverse()]).Before.ShouldBe(Fit(areas).Before, 1e-5 * (1 + Fit(areas).Before)));

    private static SyntheticResult Fit(double[][] areas) => SyntheticControl.Fit(SyntheticControlTests.Panel(areas, areas[0].Length), 0);

    private static void ForAll(Action<double[][]> holds) => Check.One(Some, Prop.ForAll(Areas, holds));
}
