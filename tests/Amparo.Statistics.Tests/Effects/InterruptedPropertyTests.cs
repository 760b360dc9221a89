using Amparo.Statistics.Effects.Interrupted;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Effects;

/// <summary>What must hold of segmented regression for any counts.</summary>
public class InterruptedPropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(40);
    private static readonly InterruptedOptions Plain = new(Harmonics: 1);

    private static Arbitrary<double[]> Counts { get; } = Gen.Choose(1, 90).Select(count => (double)count).ArrayOf(48).ToArbitrary();

    [Fact]
    public void A_multiple_of_all_counts_changes_no_ratio_and_no_error() => ForAll(counts =>
    {
        var (one, ten) = (SegmentedRegression.Fit(new(counts, 25), Plain), SegmentedRegression.Fit(new([.. counts.Select(count => 10 * count)], 25), Plain));
        foreach (var (term, same) in one.Terms.Zip(ten.Terms).Skip(1))
        {
            same.Estimate.ShouldBe(term.Estimate, 1e-6, term.Name);
            same.Error.ShouldBe(term.Error, 1e-6, term.Name);
        }

        ten.Scale.ShouldBe(10 * one.Scale, 1e-5 * ten.Scale);
    });

    [Fact]
    public void A_population_that_never_changes_is_as_good_as_none() => ForAll(counts =>
    {
        var (one, other) = (SegmentedRegression.Fit(new(counts, 25), Plain), SegmentedRegression.Fit(new(counts, 25, [.. counts.Select(_ => 31_000.0)]), Plain));
        one.Terms.Zip(other.Terms).ShouldAllBe(both => double.Abs(both.First.Estimate - both.Second.Estimate) < 1e-9 && double.Abs(both.First.Error - both.Second.Error) < 1e-9);
    });

    [Fact]
    public void The_fitted_counts_of_before_and_after_sum_to_the_observed() => ForAll(counts =>
    {
        var found = SegmentedRegression.Fit(new(counts, 25), Plain with { Harmonics = 0, HasSlope = false });
        var step = found.Terms.Single(term => term.Name == "step");
        (found.Without!.Value * double.Exp(step.Estimate)).ShouldBe(found.Observed, 1e-5 * found.Observed);
        step.Lower.ShouldBeLessThan(step.Estimate);
        step.Upper.ShouldBeGreaterThan(step.Estimate);
    });

    private static void ForAll(Action<double[]> holds) => Check.One(Some, Prop.ForAll(Counts, holds));
}
