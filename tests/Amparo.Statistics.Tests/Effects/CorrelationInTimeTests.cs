using Amparo.Statistics.Effects;
using Amparo.Statistics.Effects.Interrupted;

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
}
