using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Forecasting;

/// <summary>
/// How many calls will come: each of a few dozen ways of smoothing forecasts from many times of the past (a rolling origin), those that were least wrong are averaged, and intervals are
/// as wide as their forecasts were wrong then. Saying again what came a season before is one of them, and is kept where nothing is better.
/// </summary>
public static class Forecaster
{
    private const int FewestOrigins = 8;
    private const int FewestErrors = 40;

    // What is hardly better in the past is not better in the future.
    private const double Better = 0.98;

    /// <summary>The fewest times of the past that a forecast needs.</summary>
    public static int Fewest(ForecastOptions options) => 2 * options.Period + options.Horizon + FewestOrigins;

    /// <summary>Forecasts from the end of a series.</summary>
    /// <param name="counts">What came, in order; 0 or more.</param>
    /// <param name="options">What, and how.</param>
    /// <exception cref="ArgumentException">Too little history, options out of their range, or a count below 0.</exception>
    public static Forecast Run(IReadOnlyList<int> counts, ForecastOptions options)
    {
        if (options.Period < 1 || options.Horizon < 1 || options.Origins < FewestOrigins || options.Combined < 1 || !(options.Level is > 0 and < 1))
            throw new ArgumentException($"Period and horizon are 1 or more, origins {FewestOrigins} or more, one method or more is combined, and the level lies between 0 and 1.", nameof(options));
        if (counts.Count < Fewest(options) || counts.Any(count => count < 0))
            throw new ArgumentException($"A forecast of {options.Horizon} with a season of {options.Period} needs {Fewest(options)} times of the past, each 0 or more; there are {counts.Count}.", nameof(counts));
        int[] origins = [.. Origins(counts.Count, options), counts.Count];
        var tried = (from method in Candidates(options)
                     let ahead = Ahead(method, counts, options, origins)
                     select (Method: method, Ahead: ahead, Error: Error(ahead, counts, origins))).ToList();
        var naive = tried[0];
        var best = tried.Where(one => one.Error < Better * naive.Error).OrderBy(one => one.Error).Take(options.Combined).DefaultIfEmpty(naive).ToList();
        double[][] middle = [.. origins.Select((_, origin) => Enumerable.Range(0, options.Horizon).Select(step => best.Average(one => one.Ahead[origin][step])).ToArray())];
        return new Forecast(Steps(middle, counts, origins, options, Evenest(middle, counts, origins)), [.. best.Select(one => one.Method.Name)], Error(middle, counts, origins), naive.Error);
    }

    // Over the last half of what can be forecast from, evenly; the last of them reaches the last count.
    private static IEnumerable<int> Origins(int count, ForecastOptions options)
    {
        var last = count - options.Horizon;
        var room = last - 2 * options.Period;
        var step = int.Max(1, room / (2 * options.Origins));
        var origins = int.Min(options.Origins, room / step + 1);
        return Enumerable.Range(0, origins).Select(origin => last - (origins - 1 - origin) * step);
    }

    private static IEnumerable<Smoothing> Candidates(ForecastOptions options) =>
        (from scale in Enum.GetValues<SmoothingScale>()
         from level in (double[])[0.01, 0.05, 0.2, 0.5]
         from trend in (double[])[0, 0.05]
         from season in options.Period == 1 ? (double[])[0] : [0.05, 0.2, 0.5]
         select new Smoothing(scale, level, trend, season)).Prepend(new Smoothing(SmoothingScale.Root));

    private static double[][] Ahead(Smoothing method, IReadOnlyList<int> counts, ForecastOptions options, int[] origins) =>
        [.. method.Ahead([.. counts.Select(count => method.To(count))], options.Period, origins, options.Horizon).Select(steps => steps.Select(method.From).ToArray())];

    private static double Error(double[][] ahead, IReadOnlyList<int> counts, int[] origins) =>
        origins.SkipLast(1).Select((known, origin) => ahead[origin].Select((value, step) => double.Abs(counts[known + step] - value)).Average()).Average();

    // The scale on which forecasts of much are about as wrong as those of little: there their errors can be put together.
    private static Smoothing Evenest(double[][] middle, IReadOnlyList<int> counts, int[] origins)
    {
        var made = (from origin in Enumerable.Range(0, origins.Length - 1)
                    from step in Enumerable.Range(0, middle[origin].Length)
                    let forecast = middle[origin][step]
                    orderby forecast
                    select (Forecast: forecast, Came: counts[origins[origin] + step])).ToList();
        double Unevenness(Smoothing scale)
        {
            double Wrong(IEnumerable<(double Forecast, int Came)> some) => 1e-9 + some.Average(one => double.Abs(scale.To(one.Came) - scale.To(one.Forecast)));
            return double.Abs(Elementary.Log(Wrong(made.Take(made.Count / 2)) / Wrong(made.Skip(made.Count / 2))));
        }

        return Enum.GetValues<SmoothingScale>().Select(scale => new Smoothing(scale)).MinBy(Unevenness)!;
    }

    // Errors of like steps together.
    private static List<ForecastStep> Steps(double[][] middle, IReadOnlyList<int> counts, int[] origins, ForecastOptions options, Smoothing scale)
    {
        List<ForecastStep> steps = [];
        var around = FewestErrors / origins.Length;
        for (var step = 0; step < options.Horizon; step++)
        {
            double[] off = [.. from near in Enumerable.Range(step - around, 2 * around + 1)
                where near >= 0 && near < options.Horizon
                from origin in Enumerable.Range(0, origins.Length - 1)
                select scale.To(counts[origins[origin] + near]) - scale.To(middle[origin][near]) into error
                orderby error
                select error];
            // Of n errors and the next, each is as likely the largest: the quantile is taken a little farther out.
            var (share, now) = (double.Min(1, (1 + options.Level) / 2 * (off.Length + 1) / off.Length), scale.To(middle[^1][step]));
            var (below, above) = (double.Min(0, Quantile.OfSorted(off, 1 - share)), double.Max(0, Quantile.OfSorted(off, share)));
            steps.Add(new ForecastStep(step + 1, middle[^1][step], scale.From(now + below), scale.From(now + above)));
        }

        return steps;
    }
}
