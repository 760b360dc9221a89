using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Numerics;

/// <summary>Our own elementary functions, tails and random numbers, against known values.</summary>
public class NumericsTests
{
    [Fact]
    public void Exp_and_log_agree_with_the_runtime_to_the_last_digits()
    {
        var random = new RandomStream(1, 1);
        for (var i = 0; i < 20_000; i++)
        {
            var x = 1400 * random.Uniform() - 700;
            Elementary.Exp(x).ShouldBe(double.Exp(x), 1e-15 * double.Exp(x));
            var y = double.Exp(x);
            Elementary.Log(y).ShouldBe(double.Log(y), 4e-16 * double.Max(1, double.Abs(x)));
        }

        Elementary.Log(1).ShouldBe(0);
        Elementary.Log(0).ShouldBe(double.NegativeInfinity);
        Elementary.Log(5e-324).ShouldBe(double.Log(5e-324), 1e-12);
        double.IsNaN(Elementary.Log(-1)).ShouldBeTrue();
    }

    [Fact]
    public void Exp_of_a_row_is_exp_of_each()
    {
        double[] x = [-3, 0.5, 2, 7, -700, 1e-9, 11];
        var each = x.Select(Elementary.Exp).ToArray();
        Elementary.Exp(x, x);
        x.ShouldBe(each);
    }

    [Theory]
    [InlineData(0.5, 0.57236494292470008), InlineData(1, 0), InlineData(10, 12.801827480081469), InlineData(1000, 5905.2204232091808), InlineData(0.03125, 3.4484891277979584)]
    public void The_logarithm_of_gamma(double x, double value) => LogGamma.Of(x).ShouldBe(value, 1e-12 * double.Max(1, value));

    [Theory]
    [InlineData(0.975, 1.959963984540054), InlineData(0.5, 0), InlineData(1e-10, -6.361340902404056), InlineData(0.84134474606854293, 1)]
    public void Quantiles_of_the_normal_distribution(double p, double z)
    {
        Normal.Quantile(p).ShouldBe(z, 1e-12);
        Normal.Below(z).ShouldBe(p, 1e-14);
    }

    [Fact]
    public void The_tails_of_a_Poisson_count_overlap_in_the_count_itself()
    {
        for (var count = 0; count < 60; count++)
        {
            foreach (var mean in (double[])[0.01, 1, 7.3, 42])
            {
                var at = double.Exp(count * double.Log(mean) - mean - LogGamma.OfFactorial(count));
                (PoissonTails.AtMost(count, mean) + PoissonTails.AtLeast(count, mean)).ShouldBe(1 + at, 1e-13);
            }
        }

        PoissonTails.AtLeast(40, 1).ShouldBe(4.6215e-49, 1e-52);
        PoissonTails.AtMost(1, 14.2).ShouldBe(15.2 * double.Exp(-14.2), 1e-18);
    }

    [Theory]
    [InlineData(0.95, 10, 2.2281388519649385), InlineData(0.95, 1, 12.706204736432095), InlineData(0.5, 3, 0.76489232840434507), InlineData(0.99, 1000, 2.5807546980659506)]
    public void Quantiles_of_Students_distribution(double level, double freedom, double t) => Student.TwoSided(level, freedom).ShouldBe(t, 1e-9 * t);

    [Theory]
    [InlineData(0.95, 1, 10, 4.9646027437307145), InlineData(0.975, 4, 8, 5.0526), InlineData(0.025, 4, 8, 0.111364), InlineData(0.5, 7, 7, 1)]
    public void Quantiles_of_Fishers_F(double p, double above, double below, double value) => FisherF.Quantile(p, above, below).ShouldBe(value, 1e-5 * value);

    [Fact]
    public void The_lowest_point_of_Rosenbrocks_valley_is_found()
    {
        var found = NelderMead.Minimize(x => 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]), [-1.2, 1], 0.5, 1e-20);
        found.ShouldBe([1, 1], 1e-5);
        NelderMead.Minimize(x => x[0] < 2 ? double.PositiveInfinity : x[0] * x[0], [3], 0.5).ShouldBe([2], 1e-5);
    }

    [Fact]
    public void Quantiles_of_type_8()
    {
        double[] five = [1, 2, 3, 4, 10];
        Quantile.OfSorted(five, 0.5).ShouldBe(3, 1e-12);
        Quantile.OfSorted(five, 0.25).ShouldBe(1 + 2.0 / 3, 1e-12);
        Quantile.OfSorted(five, 0.999).ShouldBe(10);
    }

    [Fact]
    public void The_random_numbers_are_these_on_every_machine()
    {
        var random = new RandomStream(42, 7);
        ulong[] first = [random.Bits(), random.Bits(), random.Bits()];
        random.Restart(42, 7);
        first.ShouldBe([random.Bits(), random.Bits(), random.Bits()]);
        first.ShouldBe([16639601982088866955, 8541950549475929733, 158154449093871604]);
        new RandomStream(42, 8).Bits().ShouldNotBe(first[0]);
    }

    [Fact]
    public void Numbers_below_a_bound_are_equally_likely_and_normal_ones_are_normal()
    {
        var random = new RandomStream(5, 0);
        var counts = new int[7];
        double sum = 0, square = 0;
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.Below(7)]++;
            var z = random.Normal();
            (sum, square) = (sum + z, square + z * z);
        }

        counts.ShouldAllBe(count => count > 9_600 && count < 10_400);
        (sum / 70_000).ShouldBe(0, 0.015);
        (square / 70_000).ShouldBe(1, 0.03);
    }
}
