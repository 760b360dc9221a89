using Amparo.Statistics.Effects;
using Amparo.Statistics.Effects.Interrupted;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Effects;

/// <summary>Noise that remembers: how it is noticed, and how it is taken out.</summary>
public class CorrelationInTimeTests
{
    [Fact]
    public void The_residuals_of_a_chequered_series_are_correlated_by_hand()
    {
        var test = LjungBox.Of([1, -1, 1, -1], 2);
        test.Statistic.ShouldBe(7.5, 1e-12);
        test.P.ShouldBe(double.Exp(-3.75), 1e-12);
        LjungBox.Of([0, 0, 0, 0], 2).P.ShouldBe(1);
        Should.Throw<ArgumentException>(() => LjungBox.Of([1, 2, 3, 4], 3));
    }

    [Fact]
    public void Whitened_noise_has_the_variance_of_an_autoregression()
    {
        var noise = new AutoregressiveNoise(4);
        noise.Set(0.6, 0);
        noise.LogDeterminant.ShouldBe(-double.Log(1 - 0.36), 1e-12);
        var white = new double[3];
        noise.Whiten([2, 1, 5], white);
        white.ShouldBe([2 * 0.8, 1 - 1.2, 5 - 0.6], 1e-12);
        noise.Set(0, 0.5);
        noise.LogDeterminant.ShouldBe(-4 * double.Log(1 - 0.25), 1e-12);
    }

    [Fact]
    public void A_series_that_only_wanders_is_fitted_near_the_edge()
    {
        var random = new RandomStream(8, 0);
        double level = 5;
        double[] wanders = [.. Enumerable.Range(0, 300).Select(_ => level += 0.1 * random.Normal())];
        var fit = AutoregressiveRegression.Fit([[.. wanders.Select(_ => 1.0)]], wanders, 12);
        fit.Near.ShouldBeInRange(0.95, 0.99999);
        fit.Seasonal.ShouldBe(0, 0.15);
        fit.Deviation.ShouldBe(0.1, 0.01);
        double.IsFinite(fit.Errors[0]).ShouldBeTrue();
    }

    [Fact]
    public void Noise_of_known_memory_is_recovered()
    {
        var random = new RandomStream(8, 1);
        var (values, noise) = (new double[1000], new double[1000]);
        for (var t = 0; t < 1000; t++)
        {
            noise[t] = random.Normal() + 0.5 * At(t - 1) + 0.3 * At(t - 4) - 0.15 * At(t - 5);
            values[t] = 2 + (t >= 500 ? 1.5 : 0) + noise[t];
        }

        double[] constant = [.. values.Select(_ => 1.0)], step = [.. values.Select((_, t) => t >= 500 ? 1.0 : 0)];
        var fit = AutoregressiveRegression.Fit([constant, step], values, 4);
        fit.Near.ShouldBe(0.5, 0.08);
        fit.Seasonal.ShouldBe(0.3, 0.08);
        fit.Coefficients[1].ShouldBe(1.5, 3 * fit.Errors[1]);

        double At(int t) => t >= 0 ? noise[t] : 0;
    }
}
