using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Numerics;

/// <summary>Draws against the distributions they are of: mean, variance, and for whole numbers each value's share.</summary>
public class RandomVariatesTests
{
    private const int Draws = 40_000;

    [Theory, InlineData(0.25), InlineData(1), InlineData(7.5), InlineData(2744)]
    public void Gamma_draws_have_their_mean_and_variance(double shape)
    {
        var random = new RandomStream(1, 0);
        Moments([.. Enumerable.Range(0, Draws).Select(_ => random.Gamma(shape))], shape, shape);
    }

    [Theory]
    [InlineData(0.3), InlineData(1), InlineData(25)]
    public void Gamma_numbers_have_the_mean_the_variance_and_the_mean_logarithm_of_their_shape(double shape)
    {
        var random = new RandomStream(6, 2);
        double sum = 0, square = 0, logarithm = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var x = random.Gamma(shape);
            (sum, square, logarithm) = (sum + x, square + x * x, logarithm + double.Log(x));
        }

        var mean = sum / 100_000;
        mean.ShouldBe(shape, 0.015 * double.Max(1, double.Sqrt(shape)));
        (square / 100_000 - mean * mean).ShouldBe(shape, 0.03 * double.Max(1, shape));
        // The derivative of ln Γ, by differences.
        (logarithm / 100_000).ShouldBe((LogGamma.Of(shape + 1e-5) - LogGamma.Of(shape - 1e-5)) / 2e-5, 0.03);
    }

    [Theory, InlineData(1, 1), InlineData(0.5, 3), InlineData(40, 12)]
    public void Beta_draws_have_their_mean_and_variance(double a, double b)
    {
        var random = new RandomStream(2, 0);
        Moments([.. Enumerable.Range(0, Draws).Select(_ => random.Beta(a, b))], a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));
    }

    [Theory, InlineData(10, 0.3), InlineData(40, 0.2), InlineData(60, 0.95)]
    public void Binomial_draws_fall_on_each_number_as_often_as_they_should(int trials, double share)
    {
        var random = new RandomStream(3, 0);
        Shares(Enumerable.Range(0, Draws).Select(_ => random.Binomial(trials, share)),
            k => LogGamma.OfFactorial(trials) - LogGamma.OfFactorial(k) - LogGamma.OfFactorial(trials - k) + k * double.Log(share) + (trials - k) * double.Log(1 - share), trials);
        (random.Binomial(0, share), random.Binomial(100, 0), random.Binomial(100, 1)).ShouldBe((0, 0, 100));
    }

    [Theory, InlineData(0.7), InlineData(11), InlineData(80)]
    public void Poisson_draws_fall_on_each_number_as_often_as_they_should(double mean)
    {
        var random = new RandomStream(4, 0);
        Shares(Enumerable.Range(0, Draws).Select(_ => random.Poisson(mean)), k => k * double.Log(mean) - mean - LogGamma.OfFactorial(k), 200);
        random.Poisson(0).ShouldBe(0);
    }

    private static void Moments(double[] drawn, double mean, double variance)
    {
        var found = drawn.Average();
        found.ShouldBe(mean, 4 * double.Sqrt(variance / Draws));
        drawn.Average(x => (x - found) * (x - found)).ShouldBe(variance, 0.08 * variance);
    }

    // Pearson's chi-square over numbers that are not rare, five standard deviations above its mean at the most.
    private static void Shares(IEnumerable<int> drawn, Func<int, double> logProbability, int most)
    {
        var counts = drawn.CountBy(k => k).ToDictionary();
        var (sum, cells) = (0.0, 0);
        for (var k = 0; k <= most; k++)
        {
            var expected = Draws * double.Exp(logProbability(k));
            if (expected < 10)
                continue;
            var off = counts.GetValueOrDefault(k) - expected;
            (sum, cells) = (sum + off * off / expected, cells + 1);
        }

        cells.ShouldBeGreaterThan(2);
        sum.ShouldBeLessThan(cells + 5 * double.Sqrt(2 * cells));
    }
}
