using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Impact;

/// <summary>
/// The effect of an intervention on one series by Bayesian structural time series (Brodersen, Gallusser, Koehler, Remy and Scott 2015): what the series would have been is drawn
/// from its own level before and from covariates that the intervention did not touch.
/// </summary>
public static class CausalImpact
{
    private const int FewestBefore = 8;
    private const int FewestForEarlier = 12;
    private const int MostLags = 10;

    /// <summary>Estimates it, and beside it the same in an earlier time where nothing happened.</summary>
    /// <param name="series">By time; index 0 is time 1.</param>
    /// <param name="from">The first time with the intervention; eight or more lie before.</param>
    /// <param name="covariates">By name, each as long as the series.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops the draws.</param>
    /// <exception cref="ArgumentException">Too few times, columns of unlike lengths, a value that is not finite, or a series or covariate that never changes before.</exception>
    public static ImpactResult Estimate(
        IReadOnlyList<double> series, int from, IReadOnlyList<KeyValuePair<string, IReadOnlyList<double>>> covariates, ImpactOptions options, CancellationToken cancel = default)
    {
        options.Check();
        if (from <= FewestBefore || from > series.Count)
            throw new ArgumentException($"The intervention needs {FewestBefore} times before it, and begins within the series of {series.Count}; {from} does not.", nameof(from));
        if (covariates.Any(covariate => covariate.Value.Count != series.Count) || !covariates.Select(covariate => covariate.Value).Append(series).All(values => values.All(double.IsFinite)))
            throw new ArgumentException("Covariates are as long as the series, and all values are finite numbers.", nameof(covariates));
        var result = Once(series, from, covariates, options, cancel);
        // What happened since must not be seen where nothing is said to have happened.
        var earlier = 2 * (from - 1) / 3 + 1;
        return from <= FewestForEarlier + 1 || !covariates.Select(covariate => covariate.Value).Append(series).All(values => Changes(values, earlier))
            ? result
            : result with { Earlier = Once([.. series.Take(from - 1)], earlier, [.. covariates.Select(covariate => KeyValuePair.Create(covariate.Key, (IReadOnlyList<double>)[.. covariate.Value.Take(from - 1)]))], options, cancel) };
    }

    private static ImpactResult Once(
        IReadOnlyList<double> series, int from, IReadOnlyList<KeyValuePair<string, IReadOnlyList<double>>> covariates, ImpactOptions options, CancellationToken cancel)
    {
        var (scaled, mean, deviation) = Standard(series, from, "The series");
        double[][] columns = [.. covariates.Select(covariate => Standard(covariate.Value, from, covariate.Key).Values)];
        var draws = new ImpactDraws(scaled[..(from - 1)], [.. columns.Select(column => column[..(from - 1)])], [.. columns.Select(column => column[(from - 1)..])], options, series.Count - from + 1);
        draws.Run(cancel);
        return Summarize(series, from, draws, mean, deviation, options.Level) with { Inclusion = [.. covariates.Zip(draws.Inclusion, (covariate, share) => KeyValuePair.Create(covariate.Key, share))] };
    }

    private static ImpactResult Summarize(IReadOnlyList<double> series, int from, ImpactDraws draws, double mean, double deviation, double level)
    {
        var courses = draws.Courses;
        var means = new double[courses[0].Length];
        foreach (var course in courses)
        {
            for (var draw = 0; draw < means.Length; draw++)
            {
                course[draw] = mean + deviation * course[draw];
                means[draw] += course[draw] / courses.Length;
            }
        }

        var actual = series.Skip(from - 1).Average();
        double[] effects = [.. means.Select(expected => actual - expected)];
        var (above, below) = (means.Count(expected => expected >= actual), means.Count(expected => expected <= actual));
        return new ImpactResult(
            actual,
            Posterior(means, level),
            Posterior(effects, level),
            Posterior([.. effects.Select(effect => effect * courses.Length)], level),
            Posterior([.. means.Select(expected => actual / expected - 1)], level),
            (1.0 + int.Min(above, below)) / (1 + means.Length),
            [],
            LjungBox.Of(draws.Leftover, int.Min(MostLags, (from - 1) / 4 * 2)),
            [.. courses.Select((course, t) => new ImpactTime(from + t, series[from - 1 + t], Posterior(course, level)))],
            null);
    }

    private static Posterior Posterior(double[] draws, double level)
    {
        double[] sorted = [.. draws];
        Array.Sort(sorted);
        var mean = draws.Average();
        var variance = draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1);
        return new Posterior(mean, double.Sqrt(variance), Quantile.OfSorted(sorted, (1 - level) / 2), Quantile.OfSorted(sorted, (1 + level) / 2));
    }

    private static (double[] Values, double Mean, double Deviation) Standard(IReadOnlyList<double> values, int from, string what)
    {
        if (!Changes(values, from))
            throw new ArgumentException($"{what} never changes before the intervention: nothing can be learned from it.", nameof(values));
        var mean = values.Take(from - 1).Average();
        var deviation = double.Sqrt(values.Take(from - 1).Sum(value => (value - mean) * (value - mean)) / (from - 2));
        return ([.. values.Select(value => (value - mean) / deviation)], mean, deviation);
    }

    private static bool Changes(IReadOnlyList<double> values, int from) => values.Take(from - 1).Any(value => value != values[0]);
}
