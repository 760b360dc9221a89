using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>How Farrington judges.</summary>
/// <param name="Years">b: how many years it looks back on; a trend takes 3.</param>
/// <param name="HalfWindow">w: weeks before and after the same week of those years.</param>
/// <param name="Alpha">The share of quiet weeks that should lie beyond the interval, both sides together.</param>
/// <param name="Period">Weeks in a year.</param>
public sealed record FarringtonOptions(int Years = 3, int HalfWindow = 3, double Alpha = 0.01, int Period = 52);

/// <summary>
/// Farrington, Andrews, Beale and Catchpole (1996): the same weeks of the years before, in a quasi-Poisson regression with a trend where it is clear, past outbreaks
/// weighed down. Below five cases in four weeks nothing is said: the bound is 0 and there is no alarm.
/// </summary>
public static class Farrington
{
    private const int FewestCases = 5;
    private const int RecentWeeks = 4;
    private const double TrendLevel = 0.05;

    /// <summary>The first week that can be judged.</summary>
    public static int First(FarringtonOptions options) => options.Years * options.Period + options.HalfWindow + 1;

    /// <summary>Judges each week from one on.</summary>
    /// <param name="counts">Cases by week; index 0 is week 1.</param>
    /// <param name="from">The first week that is judged.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">Too little history, or options out of their range.</exception>
    public static IReadOnlyList<Judged> Judge(IReadOnlyList<int> counts, int from, FarringtonOptions options)
    {
        if (options.Years < 1 || options.HalfWindow < 0 || 2 * options.HalfWindow >= options.Period || options.Years * (2 * options.HalfWindow + 1) < 4 || !(options.Alpha is > 0 and < 1))
            throw new ArgumentException("At least one year, a window of less than a year, four weeks to look back on, and alpha between 0 and 1.", nameof(options));
        if (from < First(options))
            throw new ArgumentException($"Farrington with {options.Years} years judges from week {First(options)} on.", nameof(from));
        List<Judged> judged = [];
        for (var week = from; week <= counts.Count; week++)
        {
            var recent = 0;
            for (var back = 0; back < RecentWeeks; back++)
                recent += counts[week - 1 - back];
            var bound = recent < FewestCases ? 0 : Bound(counts, week, options);
            judged.Add(new Judged(week, counts[week - 1], bound, recent >= FewestCases && counts[week - 1] > bound));
        }

        return judged;
    }

    private static double Bound(IReadOnlyList<int> counts, int week, FarringtonOptions options)
    {
        int[] weeks = [.. Enumerable.Range(1, options.Years).SelectMany(year =>
            Enumerable.Range(week - year * options.Period - options.HalfWindow, 2 * options.HalfWindow + 1)).Order()];
        double[] cases = [.. weeks.Select(before => (double)counts[before - 1])];
        // Time counts from the week judged, so that the constant is its predictor.
        double[] constant = [.. weeks.Select(_ => 1.0)], time = [.. weeks.Select(before => (double)(before - week))];
        var fit = options.Years >= 3 ? Weighed([constant, time], cases) : null;
        if (fit is null || !IsTrendKept(fit, cases))
            fit = Weighed([constant], cases);
        if (fit is null)
            return 0;
        var mean = double.Exp(fit.Coefficients[0]);
        var dispersion = double.Max(1, fit.Dispersion);
        double[] now = [1, .. Enumerable.Repeat(0.0, fit.Coefficients.Length - 1)];
        // On the scale of the power 2/3 counts are nearly symmetric.
        var spread = 4.0 / 9 * double.Cbrt(mean) * (dispersion + dispersion * fit.Variance(now) * mean);
        var root = double.Cbrt(mean * mean) + Normal.Quantile(1 - options.Alpha / 2) * double.Sqrt(spread);
        return root * double.Sqrt(root);
    }

    private static bool IsTrendKept(QuasiPoisson fit, double[] cases)
    {
        var error = double.Sqrt(fit.Dispersion * fit.Variance([0, 1]));
        return error > 0 && IncompleteBeta.StudentBeyond(double.Abs(fit.Coefficients[1]) / error, fit.Freedom) < TrendLevel && double.Exp(fit.Coefficients[0]) <= cases.Max();
    }

    // Weeks far above their mean were outbreaks, and count less the farther they lie.
    private static QuasiPoisson? Weighed(double[][] columns, double[] cases)
    {
        double[] weights = [.. cases.Select(_ => 1.0)];
        if (QuasiPoisson.Fit(columns, cases, weights) is not { } first)
            return null;
        var dispersion = double.Max(1, first.Dispersion);
        for (var row = 0; row < cases.Length; row++)
        {
            var residual = first.Anscombe(row, dispersion);
            weights[row] = residual > 1 ? 1 / (residual * residual) : 1;
        }

        var scale = cases.Length / weights.Sum();
        for (var row = 0; row < cases.Length; row++)
            weights[row] *= scale;
        return QuasiPoisson.Fit(columns, cases, weights);
    }
}
