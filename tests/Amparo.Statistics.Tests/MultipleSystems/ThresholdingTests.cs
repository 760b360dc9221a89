using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;
using static Amparo.Statistics.Tests.PublishedTables;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>Bayesian thresholding against its reference's chain, and against a chain of our own that knows nothing of importance sampling.</summary>
public class ThresholdingTests
{
    [Fact]
    public void UK_5_lists_Bayesian_threshold_proper_prior_12254_of_10950_to_14133()
    {
        var finding = Thresholding.Run(Uk, new(), Running.Freely);
        finding.Model.ShouldBe("[12,13,25,35,45]");
        // The reference is one chain of 10,000 steps; its own two runs on this table differ by as much.
        finding.Estimate!.Value.ShouldBe(12254, 0.02 * 12254);
        finding.Interval!.Lower.ShouldBe(10950, 0.04 * 10950);
        finding.Interval.Upper.ShouldBe(14133, 0.04 * 14133);
        finding.Figures["effectiveDraws"].ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_random_walk_through_the_same_posterior_has_the_same_median_and_interval()
    {
        var finding = Thresholding.Run(Uk, new(), Running.Freely);
        var posterior = new LogPosterior(new CellCounts(Uk), LoglinearModel.Parse(finding.Model!, 5), 1);
        var mode = new Mode(posterior);
        var (random, point, proposal, unseen) = (new RandomStream(11, 0), mode.Point.ToArray(), new double[mode.Point.Length], new List<double>());
        var height = posterior.At(point);
        for (var step = 0; step < 150_000; step++)
        {
            for (var i = 0; i < proposal.Length; i++)
                proposal[i] = random.Normal();
            Cholesky.SolveTransposed(mode.Factor, proposal.Length, proposal);
            for (var i = 0; i < proposal.Length; i++)
                proposal[i] = point[i] + 0.7 * proposal[i];
            var there = posterior.At(proposal);
            if (Elementary.Log(random.Uniform()) < there - height)
                (height, point, proposal) = (there, proposal, point);
            unseen.Add(Uk.Total + Elementary.Exp(point[^1]));
        }

        unseen.Sort();
        finding.Estimate!.Value.ShouldBe(unseen[unseen.Count / 2], 0.01 * unseen[unseen.Count / 2]);
        finding.Interval!.Lower.ShouldBe(unseen[unseen.Count / 40], 0.02 * unseen[unseen.Count / 40]);
        finding.Interval.Upper.ShouldBe(unseen[^(unseen.Count / 40)], 0.02 * unseen[^(unseen.Count / 40)]);
    }

    [Theory, InlineData(0), InlineData(double.PositiveInfinity), InlineData(double.NaN)]
    public void A_prior_that_says_nothing_is_refused(double variance) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Thresholding.Run(Korea, new(variance), Running.Freely));
}
