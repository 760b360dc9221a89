using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Disclosure.Privacy;

/// <summary>ρ, ε and δ against forty-digit arithmetic, and against what is known exactly of Gaussian noise.</summary>
public class AccountantTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Theory]
    [InlineData(0.1, 1, 0.00893324577182)]
    [InlineData(0.5, 4, 0.000195795416958)]
    [InlineData(0.02, 0.5, 0.00154103331493)]
    [InlineData(2, 12, 4.52848068695e-7)]
    public void Delta_is_that_of_forty_digits(double rho, double epsilon, double delta) =>
        ZeroConcentrated.Delta(rho, epsilon).ShouldBe(delta, 1e-9 * delta);

    [Theory]
    [InlineData(0.1, 1e-6, 2.14193892839)]
    [InlineData(1, 1e-9, 9.52146367179)]
    [InlineData(0.001, 1e-5, 0.157335393161)]
    public void Epsilon_is_that_of_forty_digits(double rho, double delta, double epsilon) =>
        ZeroConcentrated.Epsilon(rho, delta).ShouldBe(epsilon, 1e-9 * epsilon);

    [Theory]
    [InlineData(1, 1e-5, 0.0305565951976)]
    [InlineData(12, 5.8e-6, 2.31992437102)]
    [InlineData(0.1, 1e-6, 0.000321047690346)]
    public void Rho_is_that_of_forty_digits(double epsilon, double delta, double rho) =>
        ZeroConcentrated.Rho(epsilon, delta).ShouldBe(rho, 1e-9 * rho);

    [Fact]
    public void No_statement_is_better_than_the_truth_about_Gaussian_noise_or_worse_than_the_older_bound() => Prop.ForAll(
        Gen.Choose(1, 3000).Two().ToArbitrary(), drawn =>
    {
        var (rho, epsilon) = (drawn.Item1 / 1000.0, drawn.Item2 / 200.0);
        var stated = ZeroConcentrated.Delta(rho, epsilon);
        // Balle and Wang (2018), theorem 8, for sensitivity 1 and σ² = 1/2ρ.
        var sigma = double.Sqrt(1 / (2 * rho));
        var truth = Normal.Below(1 / (2 * sigma) - epsilon * sigma) - double.Exp(epsilon) * Normal.Below(-1 / (2 * sigma) - epsilon * sigma);
        stated.ShouldBeGreaterThanOrEqualTo(truth - 1e-12);
        if (epsilon > rho)
            stated.ShouldBeLessThanOrEqualTo(double.Exp(-(epsilon - rho) * (epsilon - rho) / (4 * rho)) * (1 + 1e-9) + 1e-300);
    }).Check(Some);

    [Fact]
    public void There_and_back_never_gains_and_hardly_loses() => Prop.ForAll(
        Gen.Choose(1, 2000).Zip(Gen.Choose(2, 12)).ToArbitrary(), drawn =>
    {
        var (epsilon, delta) = (drawn.Item1 / 100.0, double.Pow(10, -drawn.Item2));
        var back = ZeroConcentrated.Epsilon(ZeroConcentrated.Rho(epsilon, delta), delta);
        back.ShouldBe(epsilon, 1e-9 * epsilon);
        ZeroConcentrated.Delta(ZeroConcentrated.Rho(epsilon, delta), epsilon).ShouldBeLessThanOrEqualTo(delta);
        ZeroConcentrated.Epsilon(0.1, delta).ShouldBeLessThan(ZeroConcentrated.BunSteinkeEpsilon(0.1, delta));
    }).Check(Some);

    [Fact]
    public void What_is_no_loss_and_no_chance_is_refused()
    {
        ZeroConcentrated.Delta(0, 1).ShouldBe(0);
        ZeroConcentrated.OfPure(2).ShouldBe(2);
        Should.Throw<ArgumentOutOfRangeException>(() => ZeroConcentrated.Delta(-1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ZeroConcentrated.Epsilon(double.NaN, 1e-6));
        Should.Throw<ArgumentOutOfRangeException>(() => ZeroConcentrated.Epsilon(1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ZeroConcentrated.Rho(0, 1e-6));
        Should.Throw<ArgumentOutOfRangeException>(() => ZeroConcentrated.Rho(1, 1));
    }
}
