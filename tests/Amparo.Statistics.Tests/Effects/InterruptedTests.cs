using Amparo.Statistics.Effects;
using Amparo.Statistics.Effects.Interrupted;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Tests.Trends;

namespace Amparo.Statistics.Tests.Effects;

/// <summary>Segmented regression and its errors, against R's figures for seat belts and against formulas that need no regression.</summary>
public class InterruptedTests
{
    private static readonly IReadOnlyList<Dictionary<string, double>> Belts = Reference.Rows("seatbelts");
    private static readonly InterruptedOptions StepAlone = new(Harmonics: 0, HasTrend: false, HasSlope: false);

    [Fact]
    public void The_effect_of_the_seat_belt_law_is_the_references_to_one_in_its_last_digit()
    {
        var fit = AutoregressiveRegression.Fit([Constant, Column("kms"), Column("PetrolPrice"), Column("law")], Deaths, 12);
        fit.Coefficients[3].ShouldBe(-0.22144, 1e-5);
        // The reference prints 0.03141 for its error. The likelihood itself, in the next test, says otherwise.
        fit.Errors[3].ShouldBe(0.0382, 1e-4);
    }

    [Fact]
    public void The_error_is_how_far_the_likelihood_lets_the_effect_go()
    {
        var fit = AutoregressiveRegression.Fit([Constant, Column("kms"), Column("PetrolPrice"), Column("law")], Deaths, 12);
        foreach (var side in (double[])[-1, 1])
        {
            double[] moved = [.. Deaths.Zip(Column("law"), (deaths, law) => deaths - law * (fit.Coefficients[3] + side * fit.Errors[3]))];
            var held = AutoregressiveRegression.Fit([Constant, Column("kms"), Column("PetrolPrice")], moved, 12);
            (2 * (fit.LogLikelihood - held.LogLikelihood)).ShouldBe(1, 0.05);
        }
    }

    [Fact]
    public void What_follows_the_model_exactly_is_found_exactly()
    {
        double Log(int t) => 3 + 0.1 * (t - 31) / 12.0 + 0.4 * double.SinPi(t / 6.0) - 0.2 * double.CosPi(t / 3.0) - (t >= 31 ? 0.3 + 0.25 * (t - 31) / 12.0 : 0);
        double[] people = [.. Enumerable.Range(1, 60).Select(t => 1000.0 + 10 * t)];
        var found = SegmentedRegression.Fit(new([.. Enumerable.Range(1, 60).Select(t => people[t - 1] * double.Exp(Log(t)))], 31, people), new());
        Term(found, "step").Estimate.ShouldBe(-0.3, 1e-8);
        Term(found, "slope").Estimate.ShouldBe(-0.25, 1e-8);
        Term(found, "trend").Estimate.ShouldBe(0.1, 1e-8);
        Term(found, "sine 1").Estimate.ShouldBe(0.4, 1e-8);
        found.Without!.Value.ShouldBe(Enumerable.Range(31, 30).Sum(t => people[t - 1] * double.Exp(Log(t) + 0.3 + 0.25 * (t - 31) / 12.0)), 1e-3);
    }

    [Theory]
    [InlineData(CountErrors.Heteroscedastic, 0), InlineData(CountErrors.NeweyWest, 1), InlineData(CountErrors.NeweyWest, 5)]
    public void Robust_errors_of_a_step_alone_are_those_of_two_means(CountErrors errors, int lags)
    {
        double[] counts = [4, 7, 6, 9, 3, 5, 8, 8, 12, 15, 11, 9, 14, 17];
        var found = SegmentedRegression.Fit(new(counts, 9), StepAlone with { Errors = errors, Lags = lags });
        var (before, after) = (counts[..8].Average(), counts[8..].Average());
        double[] influence = [.. counts.Select((count, t) => t < 8 ? -(count - before) / (8 * before) : (count - after) / (6 * after))];
        double variance = 0;
        for (var s = 0; s < counts.Length; s++)
        {
            for (var t = 0; t < counts.Length; t++)
                variance += double.Max(0, 1 - int.Abs(s - t) / (lags + 1.0)) * influence[s] * influence[t];
        }

        Term(found, "step").Estimate.ShouldBe(double.Log(after / before), 1e-9);
        Term(found, "step").Error.ShouldBe(double.Sqrt(variance * 14 / 12), 1e-9);
    }

    [Fact]
    public void Errors_of_the_model_are_those_of_two_Poisson_totals_times_the_dispersion()
    {
        double[] counts = [4, 7, 6, 9, 3, 5, 8, 8, 12, 15, 11, 9, 14, 17];
        var found = SegmentedRegression.Fit(new(counts, 9), StepAlone with { Errors = CountErrors.Model });
        Term(found, "step").Error.ShouldBe(double.Sqrt(found.Scale * (1 / counts[..8].Sum() + 1 / counts[8..].Sum())), 1e-9);
        found.Lags.ShouldBeNull();
    }

    [Fact]
    public void Beside_a_control_the_effect_is_the_difference_of_the_two_areas()
    {
        double[] area = [.. Made(1, 0.8)], control = [.. Made(2, 0)];
        var (one, other) = (SegmentedRegression.Fit(new(area, 41), new()), SegmentedRegression.Fit(new(control, 41), new()));
        var both = SegmentedRegression.Fit(new(area, 41, Control: control), new());
        Term(both, "step × area").Estimate.ShouldBe(Term(one, "step").Estimate - Term(other, "step").Estimate, 1e-6);
        Term(both, "slope × area").Estimate.ShouldBe(Term(one, "slope").Estimate - Term(other, "slope").Estimate, 1e-6);
        SegmentedRegression.Fit(new(area, 41, Control: area), new()).Terms.Single(term => term.Name == "step × area").Estimate.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Where_months_are_correlated_only_Newey_and_West_cover_nearly_what_they_say()
    {
        int plain = 0, robust = 0;
        for (var set = 0; set < 200; set++)
        {
            var random = new RandomStream(7, set);
            double noise = 0;
            double[] counts = [.. Enumerable.Range(1, 240).Select(_ => double.Round(400 * double.Exp(noise = 0.6 * noise + 0.1 * random.Normal())))];
            plain += Holds(Term(SegmentedRegression.Fit(new(counts, 121), StepAlone with { Errors = CountErrors.Model }), "step"));
            robust += Holds(Term(SegmentedRegression.Fit(new(counts, 121), StepAlone with { Lags = 12 }), "step"));
        }

        plain.ShouldBeLessThan(160);
        robust.ShouldBeInRange(172, 198);
        static int Holds(EffectTerm term) => term.Lower <= 0 && 0 <= term.Upper ? 1 : 0;
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_a_reason()
    {
        double[] counts = [.. Made(3, 0)];
        Should.Throw<ArgumentException>(() => SegmentedRegression.Fit(new(counts, 3), new())).Message.ShouldContain("3 times before it");
        Should.Throw<ArgumentException>(() => SegmentedRegression.Fit(new(counts, 41), new(HasTrend: false))).Message.ShouldContain("needs a trend");
        Should.Throw<ArgumentException>(() => SegmentedRegression.Fit(new(counts[..10], 6), new())).Message.ShouldContain("too few for 8 terms");
        Should.Throw<ArgumentException>(() => SegmentedRegression.Fit(new([.. counts.Select(_ => 0.0)], 41), new())).Message.ShouldContain("No finite estimate");
        Should.Throw<ArgumentException>(() => SegmentedRegression.Fit(new(counts, 41, Covariates: [new("twice", counts), new("again", counts)]), new())).Message.ShouldContain("depend on each other");
        Should.Throw<ArgumentException>(() => InterruptedLogarithms.Fit(new([0, .. counts[1..]], 41), new())).Message.ShouldContain("no logarithm");
    }

    private static double[] Constant { get; } = [.. Belts.Select(_ => 1.0)];

    private static double[] Deaths { get; } = [.. Column("drivers").Select(Elementary.Log)];

    private static double[] Column(string name) => [.. Belts.Select(row => row[name])];

    private static EffectTerm Term(InterruptedResult result, string name) => result.Terms.Single(term => term.Name == name);

    private static IEnumerable<double> Made(int stream, double step)
    {
        var random = new RandomStream(3, stream);
        return Enumerable.Range(1, 80).Select(t => double.Round(60 * double.Exp(0.05 * random.Normal() + 0.2 * double.SinPi(t / 6.0) + (t >= 41 ? step : 0))));
    }
}
