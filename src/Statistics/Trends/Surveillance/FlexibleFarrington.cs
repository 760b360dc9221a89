using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>Of which distribution the bound is a quantile.</summary>
public enum FlexibleBound
{
    /// <summary>Negative binomial about the fitted mean.</summary>
    Plugin,

    /// <summary>Negative binomial about the upper limit of the fitted mean: fewer alarms where history is short.</summary>
    UpperMean,

    /// <summary>Negative binomial about the fitted mean, its variance grown by that of the fitted mean. Not in the paper: what a next count's variance is.</summary>
    Predictive,
}

/// <summary>How the flexible Farrington judges.</summary>
/// <param name="Years">b: how many years it looks back on.</param>
/// <param name="HalfWindow">w: weeks before and after the same week of those years, which are a season of their own.</param>
/// <param name="Seasons">Into how many seasons a year is divided, that one among them.</param>
/// <param name="LeftOut">The last weeks, which are left out so that an outbreak does not lift its own bound.</param>
/// <param name="WeighedFrom">Anscombe's residual from which past weeks are weighed down.</param>
/// <param name="Alpha">The share of quiet weeks that should lie above the bound.</param>
/// <param name="Bound">Of which distribution the bound is a quantile.</param>
/// <param name="Period">Weeks in a year.</param>
public sealed record FlexibleFarringtonOptions(
    int Years = 5, int HalfWindow = 3, int Seasons = 10, int LeftOut = 26, double WeighedFrom = 2.58, double Alpha = 0.005, FlexibleBound Bound = FlexibleBound.Plugin, int Period = 52);

/// <summary>
/// Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett (2013): all weeks of the years before but the last half year, a level for each season and a trend always, weighed
/// down only where far above, and a quantile of the negative binomial distribution. Below five cases in four weeks nothing is said: the bound is 0 and there is no alarm.
/// </summary>
public static class FlexibleFarrington
{
    private const int FewestCases = 5;
    private const int RecentWeeks = 4;
    private const int FewestYearsForTrend = 3;

    /// <summary>The first week that can be judged.</summary>
    public static int First(FlexibleFarringtonOptions options) => options.Years * options.Period + options.HalfWindow + 1;

    /// <summary>Judges each week from one on.</summary>
    /// <param name="counts">Cases by week; index 0 is week 1.</param>
    /// <param name="from">The first week that is judged.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">Too little history, or options out of their range.</exception>
    public static IReadOnlyList<Judged> Judge(IReadOnlyList<int> counts, int from, FlexibleFarringtonOptions options)
    {
        if (options.Years < 1 || options.HalfWindow < 0 || options.Seasons < 2 || options.Period - 2 * options.HalfWindow - 1 < options.Seasons - 1)
            throw new ArgumentException("At least one year, two seasons or more, and a week for each season outside of the window.", nameof(options));
        if (!(options.Alpha is > 0 and < 1) || options.LeftOut < 0 || options.LeftOut >= options.Period || !(options.WeighedFrom > 0))
            throw new ArgumentException("Alpha lies between 0 and 1, less than a year is left out, and weighing begins above 0.", nameof(options));
        if (from < First(options))
            throw new ArgumentException($"The flexible Farrington with {options.Years} years judges from week {First(options)} on.", nameof(from));
        var past = Past(options);
        var (fit, cases, weights) = (new SeasonalPoisson([.. past.Select(row => row.Season)], [.. past.Select(row => -(double)row.Back)]), new double[past.Count], new double[past.Count]);
        List<Judged> judged = [];
        for (var week = from; week <= counts.Count; week++)
        {
            var recent = 0;
            for (var back = 0; back < RecentWeeks; back++)
                recent += counts[week - 1 - back];
            for (var row = 0; row < cases.Length; row++)
                cases[row] = counts[week - 1 - past[row].Back];
            var bound = recent < FewestCases ? 0 : Bound(fit, cases, weights, options);
            judged.Add(new Judged(week, counts[week - 1], bound, recent >= FewestCases && counts[week - 1] > bound));
        }

        return judged;
    }

    /// <summary>How far back each week of the past lies, the oldest first, and its season; 0 is that of the week judged.</summary>
    internal static List<(int Back, int Season)> Past(FlexibleFarringtonOptions options)
    {
        var between = options.Period - 2 * options.HalfWindow - 1;
        var (length, rest) = int.DivRem(between, options.Seasons - 1);
        List<(int Back, int Season)> past = [];
        for (var back = options.Years * options.Period + options.HalfWindow; back > options.LeftOut; back--)
        {
            // Weeks after the window of the year's same week; what cannot be divided evenly makes the first seasons longer.
            var after = (options.Years + 1) * options.Period - options.HalfWindow - 1 - back;
            after = (after % options.Period + options.Period) % options.Period;
            var season = after >= between ? 0 : after < rest * (length + 1) ? 1 + after / (length + 1) : 1 + rest + (after - rest * (length + 1)) / length;
            past.Add((back, season));
        }

        return past;
    }

    private static double Bound(SeasonalPoisson fit, double[] cases, double[] weights, FlexibleFarringtonOptions options)
    {
        var isTrended = options.Years >= FewestYearsForTrend;
        // A trend that leads beyond all that was ever seen is not believed.
        if (!isTrended || !Weighed(fit, cases, weights, true, options.WeighedFrom) || double.Exp(fit.Predictor(0, 0)) > cases.Max())
        {
            if (!Weighed(fit, cases, weights, false, options.WeighedFrom))
                return 0;
        }

        var dispersion = double.Max(1, fit.Dispersion);
        var upper = options.Bound == FlexibleBound.UpperMean ? Normal.Quantile(1 - options.Alpha) * double.Sqrt(dispersion * fit.Variance(0, 0)) : 0;
        var mean = double.Exp(fit.Predictor(0, 0) + upper);
        var ofMean = options.Bound == FlexibleBound.Predictive ? dispersion * fit.Variance(0, 0) * mean : 0;
        return NegativeBinomial.Quantile(1 - options.Alpha, mean, dispersion + ofMean);
    }

    // Only weeks far above their mean count less, and the less the farther they lie.
    private static bool Weighed(SeasonalPoisson fit, double[] cases, double[] weights, bool isTrended, double from)
    {
        Array.Fill(weights, 1);
        if (!fit.Fit(cases, weights, isTrended))
            return false;
        var (dispersion, sum) = (double.Max(1, fit.Dispersion), 0.0);
        for (var row = 0; row < cases.Length; row++)
        {
            var residual = fit.Anscombe(row, cases[row], dispersion);
            sum += weights[row] = residual > from ? 1 / (residual * residual) : 1;
        }

        for (var row = 0; row < cases.Length; row++)
            weights[row] *= cases.Length / sum;
        return fit.Fit(cases, weights, isTrended);
    }
}
