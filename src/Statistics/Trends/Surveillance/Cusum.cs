using Amparo.Statistics.MultipleSystems.ClosedPopulation;

namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>How counts are made comparable.</summary>
public enum CusumScale
{
    /// <summary>Rossi, Lampugnani and Marchi (1999): near to normal even where counts are low.</summary>
    Rossi,

    /// <summary>What lies above the expected, over its root.</summary>
    Standard,
}

/// <summary>How CUSUM judges.</summary>
/// <param name="Scale">How counts are made comparable.</param>
/// <param name="IsSeasonal">Whether a yearly wave is expected; else the mean of the times before the first that is judged.</param>
/// <param name="Reference">k, in standard deviations: what is forgiven each time.</param>
/// <param name="Decision">h: the sum that alarms.</param>
/// <param name="Period">Times in a year.</param>
public sealed record CusumOptions(CusumScale Scale = CusumScale.Rossi, bool IsSeasonal = false, double Reference = 1.04, double Decision = 2.26, int Period = 52);

/// <summary>Cumulated sums of what lies above the expected (Page 1954): finds small rises that last. The sum is not set back after an alarm.</summary>
public static class Cusum
{
    /// <summary>Judges each time from one on; what lies before teaches what to expect.</summary>
    /// <param name="counts">Cases by time; index 0 is time 1.</param>
    /// <param name="from">The first time that is judged: 2 or more, with a season more than a period.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">Too little history, none of it with a case, or options out of their range.</exception>
    public static IReadOnlyList<Judged> Judge(IReadOnlyList<int> counts, int from, CusumOptions options)
    {
        if (!(options.Reference >= 0 && options.Decision > 0) || options.Period < 2)
            throw new ArgumentException("The reference is 0 or more, the decision above 0, the period 2 or more.", nameof(options));
        if (from < 2 || from > counts.Count || (options.IsSeasonal && from <= options.Period))
            throw new ArgumentException($"Before the first time judged there must be {(options.IsSeasonal ? $"a period of {options.Period}" : "at least one")}, and it must lie in the series.", nameof(from));
        if (!counts.Take(from - 1).Any(count => count > 0))
            throw new ArgumentException("Before the first time judged there is no case: nothing is known of what is usual.", nameof(counts));
        var expected = Expected(counts, from, options);
        List<Judged> judged = [];
        double sum = 0;
        for (var time = from; time <= counts.Count; time++)
        {
            var (count, mean) = (counts[time - 1], expected(time));
            var room = options.Decision - sum + options.Reference;
            sum = double.Max(0, sum + Scaled(count, mean, options.Scale) - options.Reference);
            judged.Add(new Judged(time, count, Bound(room, mean, options.Scale), sum >= options.Decision));
        }

        return judged;
    }

    private static double Scaled(double count, double mean, CusumScale scale) => scale == CusumScale.Standard
        ? (count - mean) / double.Sqrt(mean)
        : (count - 3 * mean + 2 * double.Sqrt(mean * count)) / (2 * double.Sqrt(mean));

    // The count that would just alarm. Where even none would, it means nothing: Rossi's is then what the square of a root below 0 leaves, as in the reference.
    private static double Bound(double room, double mean, CusumScale scale)
    {
        var root = double.Sqrt(mean);
        if (scale == CusumScale.Standard)
            return double.Max(0, double.Ceiling(mean + root * room));
        var square = 4 * mean + 2 * root * room;
        return square < 0 ? 0 : (double.Sqrt(square) - root) * (double.Sqrt(square) - root);
    }

    private static Func<int, double> Expected(IReadOnlyList<int> counts, int from, CusumOptions options)
    {
        double[] before = [.. counts.Take(from - 1).Select(count => (double)count)];
        if (!options.IsSeasonal)
            return _ => before.Average();
        double Wave(int time, bool isSine) => isSine ? double.SinPi(2.0 * time / options.Period) : double.CosPi(2.0 * time / options.Period);
        double[] sine = [.. before.Select((_, i) => Wave(i + 1, true))], cosine = [.. before.Select((_, i) => Wave(i + 1, false))];
        var fit = PoissonRegression.Fit([sine, cosine], before, 0) ?? throw new ArgumentException("No yearly wave can be fitted to what lies before.", nameof(counts));
        var (ofSine, ofCosine, constant) = (fit.Coefficients[0], fit.Coefficients[1], fit.Coefficients[2]);
        return time => double.Exp(constant + ofSine * Wave(time, true) + ofCosine * Wave(time, false));
    }
}
