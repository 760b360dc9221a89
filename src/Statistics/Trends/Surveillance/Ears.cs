using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>Which of the three.</summary>
public enum EarsMethod
{
    /// <summary>The baseline ends just before the time judged.</summary>
    C1,

    /// <summary>The baseline ends three before it, so that what begins slowly does not lift its own bound.</summary>
    C2,

    /// <summary>C2 that remembers how far the two times before lay over theirs.</summary>
    C3,
}

/// <summary>How EARS judges.</summary>
/// <param name="Method">C1, C2 or C3.</param>
/// <param name="Baseline">How many times it looks back on; 2 or more.</param>
/// <param name="Alpha">The share of quiet times that would alarm if counts were normal; 0.001 (0.025 for C3) when not said.</param>
/// <param name="RhythmWeeks">For daily counts: from how many weeks the share of each weekday is learned; none for weekly counts, or where all days are alike.</param>
public sealed record EarsOptions(EarsMethod Method, int Baseline = 7, double? Alpha = null, int? RhythmWeeks = null)
{
    /// <summary>What is taken for it.</summary>
    public double Level => Alpha ?? (Method == EarsMethod.C3 ? 0.025 : 0.001);
}

/// <summary>
/// EARS C1 to C3 (Hutwagner et al. 2003; bounds as in Salmon, Schumacher and Höhle 2016): mean and standard deviation of a short baseline. Needs little history, and
/// knows neither season nor trend. With a rhythm of weekdays, each day is held against its weekday's share of the baseline, its variance in proportion to its mean.
/// </summary>
public static class Ears
{
    private const int Lag = 2;

    /// <summary>How many times must lie before the first that is judged.</summary>
    public static int Before(EarsOptions options) => int.Max(options.Baseline, WeekdayRhythm.Week * (options.RhythmWeeks ?? 0)) + options.Method switch { EarsMethod.C1 => 0, EarsMethod.C2 => Lag, _ => Lag + 2 };

    /// <summary>Judges each time from one on.</summary>
    /// <param name="counts">Cases by time; index 0 is time 1.</param>
    /// <param name="from">The first time that is judged, above <see cref="Before"/>.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">Too little history, or options out of their range.</exception>
    public static IReadOnlyList<Judged> Judge(IReadOnlyList<int> counts, int from, EarsOptions options)
    {
        if (options.Baseline < 2 || !(options.Level is > 0 and < 1) || options.RhythmWeeks is < 1)
            throw new ArgumentException("The baseline is 2 or more, alpha lies between 0 and 1, the rhythm is learned from a week or more.", nameof(options));
        if (from <= Before(options))
            throw new ArgumentException($"{options.Method} judges from time {Before(options) + 1} on: before it needs {Before(options)}.", nameof(from));
        var z = Normal.Quantile(1 - options.Level);
        List<Judged> judged = [];
        for (var time = from; time <= counts.Count; time++)
        {
            var (mean, deviation) = Baseline(counts, time, options);
            var memory = 0.0;
            for (var back = 1; options.Method == EarsMethod.C3 && back <= 2; back++)
                memory += double.Max(0, Score(counts, time - back, options) - 1);
            var bound = deviation > 0 ? double.Max(0, mean + deviation * (z - memory)) : mean;
            judged.Add(new Judged(time, counts[time - 1], bound, counts[time - 1] > bound));
        }

        return judged;
    }

    // Where all of a baseline is alike, anything above it is beyond measure.
    private static double Score(IReadOnlyList<int> counts, int time, EarsOptions options)
    {
        var (mean, deviation) = Baseline(counts, time, options);
        var above = counts[time - 1] - mean;
        return deviation > 0 ? above / deviation : above > 0 ? double.PositiveInfinity : 0;
    }

    private static (double Mean, double Deviation) Baseline(IReadOnlyList<int> counts, int time, EarsOptions options)
    {
        var last = time - 1 - (options.Method == EarsMethod.C1 ? 0 : Lag);
        Span<double> rhythm = stackalloc double[WeekdayRhythm.Week];
        WeekdayRhythm.Learn(counts, last, options.RhythmWeeks, rhythm);
        double sum = 0, shares = 0, squares = 0;
        for (var t = last - options.Baseline + 1; t <= last; t++)
            (sum, shares) = (sum + counts[t - 1], shares + rhythm[t % WeekdayRhythm.Week]);
        var level = sum / shares;
        for (var t = last - options.Baseline + 1; t <= last; t++)
        {
            var share = rhythm[t % WeekdayRhythm.Week];
            squares += (counts[t - 1] - level * share) * (counts[t - 1] - level * share) / share;
        }

        var today = rhythm[time % WeekdayRhythm.Week];
        return (level * today, double.Sqrt(squares / (options.Baseline - 1) * today));
    }
}
