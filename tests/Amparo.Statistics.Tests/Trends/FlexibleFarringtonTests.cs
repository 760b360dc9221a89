using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Surveillance;
using static Amparo.Statistics.Tests.Trends.Reference;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>
/// The parts of the flexible Farrington: no output of the reference was at hand. Its regression is held against the one that equals the reference in the method of 1996, its
/// seasons and its quantile against the paper.
/// </summary>
public class FlexibleFarringtonTests
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public void The_regression_is_that_of_a_column_for_each_season(bool isTrended)
    {
        var past = FlexibleFarrington.Past(new());
        foreach (var week in Enumerable.Range(264, 49))
        {
            double[] cases = [.. past.Select(row => (double)Agona[week - 1 - row.Back])];
            double[] weights = [.. cases.Select((_, row) => row % 11 == 0 ? 0.4 : 1.1)];
            var narrow = new SeasonalPoisson([.. past.Select(row => row.Season)], [.. past.Select(row => -(double)row.Back)]);
            narrow.Fit(cases, weights, isTrended).ShouldBeTrue();
            var wide = QuasiPoisson.Fit([.. Columns(past, isTrended)], cases, weights)!;
            narrow.Predictor(0, 0).ShouldBe(wide.Coefficients[0], 1e-9);
            narrow.Dispersion.ShouldBe(wide.Dispersion, 1e-9);
            narrow.Variance(0, 0).ShouldBe(wide.Variance([1, .. Enumerable.Repeat(0.0, wide.Coefficients.Length - 1)]), 1e-9);
            for (var row = 0; row < cases.Length; row += 13)
                narrow.Anscombe(row, cases[row], 1.3).ShouldBe(wide.Anscombe(row, 1.3), 1e-8);
        }
    }

    [Fact]
    public void A_year_is_a_window_of_seven_weeks_and_nine_seasons_of_five()
    {
        var past = FlexibleFarrington.Past(new());
        past.Count.ShouldBe(5 * 52 + 3 - 26);
        // The oldest year, from its window's first week on.
        past.Take(52).Select(row => row.Season).ShouldBe([.. Enumerable.Repeat(0, 7), .. Enumerable.Range(1, 9).SelectMany(season => Enumerable.Repeat(season, 5))]);
        past.Where(row => row.Season == 0).Select(row => row.Back % 52).ShouldAllBe(back => back <= 3 || back >= 49);
        past[^1].Back.ShouldBe(27);
    }

    [Fact]
    public void What_cannot_be_divided_evenly_makes_the_first_seasons_longer() =>
        FlexibleFarrington.Past(new(Years: 1, HalfWindow: 4, Seasons: 6, LeftOut: 0)).Where(row => row.Season > 0).GroupBy(row => row.Season).Select(season => season.Count()).ShouldBe([9, 9, 9, 8, 8]);

    [Fact]
    public void The_bound_is_the_least_count_with_enough_below()
    {
        foreach (var (mean, dispersion) in ((double, double)[])[(0.3, 1), (0.3, 2.5), (4, 1), (4, 1.7), (60, 3), (900, 12), (1e6, 40)])
        {
            foreach (var p in (double[])[0.005, 0.5, 0.95, 0.995])
            {
                var quantile = NegativeBinomial.Quantile(p, mean, dispersion);
                NegativeBinomial.AtMost(quantile, mean, dispersion).ShouldBeGreaterThanOrEqualTo(p);
                if (quantile > 0)
                    NegativeBinomial.AtMost(quantile - 1, mean, dispersion).ShouldBeLessThan(p);
            }
        }

        // Size 4 and chance 1/2: 1/16 at 0, 4/32 at 1, 10/64 at 2.
        NegativeBinomial.AtMost(2, 4, 2).ShouldBe(1.0 / 16 + 4.0 / 32 + 10.0 / 64, 1e-13);
    }

    [Fact]
    public void An_outbreak_half_a_year_long_does_not_lift_its_own_bound()
    {
        int[] quiet = [.. Enumerable.Range(0, 300).Select(week => 8 + week % 3)], outbreak = [.. quiet.Select((count, week) => week >= 280 ? count + 30 : count)];
        var judged = FlexibleFarrington.Judge(outbreak, 281, new());
        judged.Select(week => week.Bound).ShouldBe(FlexibleFarrington.Judge(quiet, 281, new()).Select(week => week.Bound));
        judged.ShouldAllBe(week => week.IsAlarm);
    }

    [Fact]
    public void A_past_outbreak_counts_less_and_a_sure_bound_lies_higher()
    {
        int[] counts = [.. Agona];
        for (var week = 205; week < 212; week++)
            counts[week] = 60;
        double Bound(FlexibleFarringtonOptions options) => FlexibleFarrington.Judge(counts, 264, options)[0].Bound;
        Bound(new()).ShouldBeLessThan(Bound(new(WeighedFrom: 1e9)));
        Bound(new(Bound: FlexibleBound.UpperMean)).ShouldBeGreaterThan(Bound(new()));
    }

    [Fact]
    public void Below_five_cases_in_four_weeks_nothing_is_said()
    {
        int[] counts = [.. Enumerable.Range(0, 270).Select(week => week == 269 ? 4 : 0)];
        FlexibleFarrington.Judge(counts, 270, new()).ShouldHaveSingleItem().ShouldBe(new Judged(270, 4, 0, false));
        Should.Throw<ArgumentException>(() => FlexibleFarrington.Judge(Agona, 200, new())).Message.ShouldContain("from week 264 on");
        Should.Throw<ArgumentException>(() => FlexibleFarrington.Judge(Agona, 300, new(Seasons: 1))).Message.ShouldContain("two seasons");
    }

    // A constant that is the level of the week judged, a column for each other season, the trend.
    private static IEnumerable<double[]> Columns(List<(int Back, int Season)> past, bool isTrended)
    {
        yield return [.. past.Select(_ => 1.0)];
        for (var season = 1; season < 10; season++)
            yield return [.. past.Select(row => row.Season == season ? 1.0 : 0)];
        if (isTrended)
            yield return [.. past.Select(row => -(double)row.Back)];
    }
}
