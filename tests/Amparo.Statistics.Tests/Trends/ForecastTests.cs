using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Forecasting;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Forecasts against what came, on two series that everybody knows and on many made up.</summary>
public class ForecastTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void The_last_year_of_air_passengers_is_forecast_better_than_by_the_references_ets()
    {
        // The reference: ARIMA on logarithms 2.904, Holt-Winters 2.366, ETS 4.656, the season before 9.99.
        Mape("air-passengers", 132).ShouldBeLessThan(4.656);
    }

    [Fact]
    public void Where_a_law_breaks_the_series_the_forecast_is_no_worse_than_the_season_before()
    {
        // Killed and injured drivers of 1984, after seat belts: ARIMA 16.31, ETS 14.16, the season before 7.86.
        Mape("uk-drivers", 180).ShouldBeLessThan(1.02 * 7.856);
    }

    [Fact]
    public void What_repeats_itself_is_forecast_exactly()
    {
        int[] week = [4, 9, 25, 16, 9, 1, 0];
        var forecast = Forecaster.Run([.. Enumerable.Range(0, 140).Select(day => week[day % 7])], new(7, 14));
        foreach (var step in forecast.Steps)
        {
            step.Middle.ShouldBe(week[(step.Step - 1) % 7], 1e-9);
            (step.Upper - step.Lower).ShouldBe(0, 1e-9);
        }

        forecast.Methods.ShouldHaveSingleItem().ShouldBe("the season before");
    }

    [Fact]
    public void Of_what_comes_eight_in_ten_lie_in_the_intervals()
    {
        double[] rhythm = [0.4, 1.35, 1.2, 1.1, 1.1, 1.1, 0.75];
        var (held, steps, error, naive) = (0, 0, 0.0, 0.0);
        for (var series = 0; series < 60; series++)
        {
            var random = new RandomStream(5, series);
            int[] counts = [.. Enumerable.Range(0, 294).Select(day => NegativeBinomial.Quantile(random.Uniform(), 80 * rhythm[day % 7], 2))];
            foreach (var step in Forecaster.Run(counts[..280], new(7, 14)).Steps)
            {
                var came = counts[279 + step.Step];
                (held, steps) = (held + (came >= step.Lower && came <= step.Upper ? 1 : 0), steps + 1);
                (error, naive) = (error + double.Abs(came - step.Middle), naive + int.Abs(came - counts[273 + (step.Step - 1) % 7]));
            }
        }

        ((double)held / steps).ShouldBeInRange(0.75, 0.85);
        (error / naive).ShouldBeLessThan(0.95);
    }

    [Fact]
    public void An_interval_holds_its_middle_and_a_wider_level_a_narrower() => Prop.ForAll(Gen.Choose(0, 30).ArrayOf(60).ToArbitrary(), counts =>
    {
        foreach (var period in (int[])[1, 7])
        {
            var (narrow, wide) = (Forecaster.Run(counts, new(period, 5)), Forecaster.Run(counts, new(period, 5, 0.95)));
            foreach (var (one, other) in narrow.Steps.Zip(wide.Steps))
            {
                one.Lower.ShouldBeInRange(0, one.Middle + 1e-9);
                one.Upper.ShouldBeGreaterThanOrEqualTo(one.Middle - 1e-9);
                other.Lower.ShouldBeLessThanOrEqualTo(one.Lower + 1e-9);
                other.Upper.ShouldBeGreaterThanOrEqualTo(one.Upper - 1e-9);
            }

            narrow.Error.ShouldBeLessThanOrEqualTo(narrow.NaiveError + 1e-9);
        }
    }).Check(Some);

    [Fact]
    public void Nothing_of_the_future_is_seen()
    {
        // From a time of the past the forecast is that of a series that ends there.
        int[] counts = [.. Reference.Rows("air-passengers").Select(row => (int)row["count"])];
        Smoothing method = new(SmoothingScale.Log, 0.2, 0.05, 0.2);
        double[] values = [.. counts.Select(count => method.To(count))];
        method.Ahead(values, 12, [60, 100], 12)[1].ShouldBe(method.Ahead(values[..100], 12, [100], 12)[0]);
        method.Ahead([.. values.Select((value, i) => i >= 100 ? 99 : value)], 12, [100], 12)[0].ShouldBe(method.Ahead(values, 12, [100], 12)[0]);
    }

    [Fact]
    public void Too_little_history_is_refused()
    {
        Should.Throw<ArgumentException>(() => Forecaster.Run(new int[30], new(12, 12))).Message.ShouldContain("needs 44 times of the past");
        Should.Throw<ArgumentException>(() => Forecaster.Run(new int[99], new(0, 12))).Message.ShouldContain("1 or more");
        Should.Throw<ArgumentException>(() => Forecaster.Run([.. new int[98], -1], new(12, 12))).Message.ShouldContain("0 or more");
    }

    private static double Mape(string name, int known)
    {
        int[] counts = [.. Reference.Rows(name).Select(row => (int)row["count"])];
        return Forecaster.Run(counts[..known], new(12, 12)).Steps.Average(step => 100 * double.Abs(counts[known + step.Step - 1] - step.Middle) / counts[known + step.Step - 1]);
    }
}
