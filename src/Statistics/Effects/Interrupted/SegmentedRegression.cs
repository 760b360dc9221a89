using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Surveillance;

namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>
/// Interrupted time series of counts: quasi-Poisson regression with log link, the population as offset, trend, waves of the year, and a step and a change of slope at the
/// intervention (Bernal, Cummins and Gasparrini 2017), with errors that may be robust.
/// </summary>
public static class SegmentedRegression
{
    /// <summary>Fits it.</summary>
    /// <param name="series">Counts and what belongs to them.</param>
    /// <param name="options">What the regression holds.</param>
    /// <exception cref="ArgumentException">The series is too short, values are out of their range, or no finite estimate exists.</exception>
    public static InterruptedResult Fit(InterruptedSeries series, InterruptedOptions options)
    {
        series.Check(options);
        var design = InterruptedDesign.Of(series, options);
        var (times, size) = (series.Counts.Count, design.Columns.Count);
        double[] counts = [.. series.Counts, .. series.Control ?? []];
        double[] population = [.. Population(series.Population, times), .. series.Control is null ? [] : Population(series.ControlPopulation, times)];
        // Rates weighed by their population solve the same equations as counts with its logarithm for offset.
        double[] rates = [.. counts.Zip(population, (count, people) => count / people)];
        var fit = QuasiPoisson.Fit([.. design.Columns], rates, population)
            ?? throw new ArgumentException("No finite estimate exists: there are no cases before or after, or columns that depend on each other. Leave a covariate, waves or the slope out.", nameof(series));
        double[] means = [.. fit.Means.Zip(population, (rate, people) => rate * people)];
        var lags = options.Errors == CountErrors.NeweyWest ? options.Lags ?? NeweyWest.UsualLags(times) : 0;
        var freedom = counts.Length - size;
        // Pearson's, of the means as they are in the end: the fit's own has the weights of the step before, as R's.
        var scale = counts.Zip(means, (count, mean) => (count - mean) * (count - mean) / mean).Sum() / freedom;
        var variance = Variance(design, counts, means, times, lags, options.Errors == CountErrors.Model ? scale : null);
        var width = Student.TwoSided(options.Level, freedom);
        var terms = design.Names.Select((name, i) =>
        {
            var (estimate, error) = (fit.Coefficients[i], double.Sqrt(double.Max(0, variance[i * size + i])));
            // Where a model leaves nothing over (made-up data), there is nothing to judge by.
            var p = error > 0 ? IncompleteBeta.StudentBeyond(double.Abs(estimate) / error, freedom) : 1;
            return new EffectTerm(name, estimate, error, estimate - width * error, estimate + width * error, p);
        });
        double[] residuals = [.. Enumerable.Range(0, times).Select(row => (counts[row] - means[row]) / double.Sqrt(means[row]))];
        var ofIntervention = design.OfIntervention.ToList();
        var without = Enumerable.Range(series.From - 1, times - series.From + 1)
            .Sum(row => means[row] * Elementary.Exp(-ofIntervention.Sum(i => fit.Coefficients[i] * Effect(design, i, row, series.Control is not null))));
        return new InterruptedResult([.. terms], scale, options.Errors == CountErrors.NeweyWest ? lags : null,
            LjungBox.Of(residuals, UsualResidualLags(times, options.Period)), series.Counts.Skip(series.From - 1).Sum(), without, null);
    }

    /// <summary>Two years of lags, or half the series where that is less.</summary>
    internal static int UsualResidualLags(int times, int period) => int.Max(2, int.Min(2 * period, times / 2) / 2 * 2);

    // What an area shares with its control is not the intervention's.
    private static double Effect(InterruptedDesign design, int column, int row, bool hasControl) =>
        !hasControl || design.Names[column].EndsWith("× area", StringComparison.Ordinal) ? design.Columns[column][row] : 0;

    private static IEnumerable<double> Population(IReadOnlyList<double>? population, int times)
    {
        var mean = population?.Average() ?? 1;
        return population?.Select(people => people / mean) ?? Enumerable.Repeat(1.0, times);
    }

    private static double[] Variance(InterruptedDesign design, double[] counts, double[] means, int times, int lags, double? dispersion)
    {
        var size = design.Columns.Count;
        var (factor, scores) = (new double[size * size], new double[times * size]);
        for (var i = 0; i < size; i++)
        {
            for (var row = 0; row < counts.Length; row++)
            {
                scores[row % times * size + i] += design.Columns[i][row] * (counts[row] - means[row]);
                for (var j = 0; j <= i; j++)
                    factor[i * size + j] += means[row] * design.Columns[i][row] * design.Columns[j][row];
            }
        }

        if (!Cholesky.Factor(factor, size))
            throw new ArgumentException("Columns depend on each other: leave a covariate, waves or the slope out.", nameof(design));
        if (dispersion is not { } scale)
            return NeweyWest.Variance(scores, size, lags, factor, counts.Length);
        var variance = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            variance[i * size + i] = scale;
            Cholesky.Solve(factor, size, variance.AsSpan(i * size, size));
        }

        return variance;
    }
}
