using Amparo.Statistics.Disclosure.Privacy;

namespace Amparo.Statistics.Tests.Disclosure.Privacy;

/// <summary>The samplers draw what their formulas say: χ² of many draws against the exact probabilities.</summary>
public class ExactNoiseTests
{
    private const int Draws = 60_000;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 7)]
    [InlineData(1, 1)]
    [InlineData(17, 6)]
    public void A_coin_of_an_exponential_falls_with_its_chance(int above, int below)
    {
        var chance = Seeded(above * 100 + below);
        var hits = Enumerable.Range(0, Draws).Count(_ => chance.OfExp((UInt128)above, (UInt128)below));
        var expected = double.Exp(-(double)above / below);
        double.Abs(hits - Draws * expected).ShouldBeLessThanOrEqualTo(4.5 * double.Sqrt(Draws * expected * (1 - expected)) + 1e-9);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_equally_likely_and_the_largest_bounds_are_kept()
    {
        var chance = Seeded(1);
        Fit([.. Enumerable.Range(0, Draws).Select(_ => (long)chance.Below(11))], _ => 1.0 / 11, 0, 10);
        var bound = UInt128.One << 127 | UInt128.One;
        var drawn = Enumerable.Range(0, 1000).Select(_ => chance.Below(bound)).ToList();
        drawn.ShouldAllBe(value => value < bound);
        drawn.Count(value => value >= bound / 2).ShouldBeInRange(430, 570);
        chance.Below(UInt128.One).ShouldBe(UInt128.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => chance.Below(UInt128.Zero));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(2, 7)]
    [InlineData(20, 1)]
    public void The_discrete_Laplace_has_its_distribution(int above, int below)
    {
        var (noise, chance) = (new DiscreteLaplace(above, below), Seeded(above * 100 + below));
        var ratio = double.Exp(-(double)below / above);
        Fit([.. Enumerable.Range(0, Draws).Select(_ => noise.Draw(chance))],
            x => (1 - ratio) / (1 + ratio) * double.Pow(ratio, long.Abs(x)), -6 * above / below - 4, 6 * above / below + 4);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(7.3)]
    [InlineData(400)]
    public void The_discrete_Gaussian_has_its_distribution(double variance)
    {
        var (noise, chance) = (new DiscreteGaussian(variance), Seeded((long)(variance * 100)));
        noise.Variance.ShouldBeInRange(variance, variance + 1.0 / DiscreteGaussian.Parts);
        var all = Enumerable.Range(-400, 801).Sum(x => double.Exp(-x * x / (2 * noise.Variance)));
        var end = (int)(4 * double.Sqrt(variance)) + 2;
        Fit([.. Enumerable.Range(0, Draws).Select(_ => noise.Draw(chance))], x => double.Exp(-x * x / (2 * noise.Variance)) / all, -end, end);
    }

    [Fact]
    public void The_secret_source_gives_fair_bits_and_the_widest_noise_its_spread()
    {
        var bits = new SecretBits();
        // Beyond six standard deviations once in five hundred million runs.
        Enumerable.Range(0, 10_000).Sum(_ => (double)ulong.PopCount(bits.Next())).ShouldBe(320_000, 6 * 400);
        var (noise, chance) = (new DiscreteGaussian(1L << 40), new ExactChance(bits));
        var squares = Enumerable.Range(0, 2000).Average(_ => double.Pow(noise.Draw(chance) / 1_048_576.0, 2));
        squares.ShouldBe(1, 6 * double.Sqrt(2.0 / 2000));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_what_is_no_scale_is_refused()
    {
        var noise = new DiscreteGaussian(50);
        var (one, other) = (Seeded(3), Seeded(3));
        Enumerable.Range(0, 200).Select(_ => noise.Draw(one)).ShouldBe([.. Enumerable.Range(0, 200).Select(_ => noise.Draw(other))]);
        Should.Throw<ArgumentOutOfRangeException>(() => new DiscreteGaussian(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new DiscreteGaussian(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new DiscreteGaussian(2e12));
        Should.Throw<ArgumentOutOfRangeException>(() => new DiscreteLaplace(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new DiscreteLaplace(1, 0));
    }

    private static ExactChance Seeded(long seed) => new(new SeededBits(seed, 0));

    // Cells that expect under five are taken together; five standard deviations of χ² are one in some hundred thousand.
    private static void Fit(long[] drawn, Func<long, double> probability, long from, long to)
    {
        var counts = drawn.CountBy(value => value).ToDictionary();
        var (chi, cells, restSeen, restExpected) = (0.0, 0, (double)drawn.Length, (double)drawn.Length);
        for (var value = from; value <= to; value++)
        {
            var (seen, expected) = (counts.GetValueOrDefault(value), drawn.Length * probability(value));
            if (expected < 5)
                continue;
            chi += (seen - expected) * (seen - expected) / expected;
            cells++;
            (restSeen, restExpected) = (restSeen - seen, restExpected - expected);
        }

        if (restExpected >= 5)
            chi += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
        else
            restSeen.ShouldBeLessThan(25);
        cells.ShouldBeGreaterThan(2);
        chi.ShouldBeLessThan(cells + 5 * double.Sqrt(2 * cells));
    }
}
