using Amparo.Statistics.MultipleSystems.Fitting;

namespace Amparo.Statistics.MultipleSystems;

/// <summary>Fits single models: maximum likelihood for Poisson counts with log link, with sparse tables handled as Chan, Silverman and Vincent (2021) do.</summary>
public static class Loglinear
{
    /// <summary>Fits <paramref name="model"/>; the deviance is settled far below 1e-10.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="model">Of as many lists as the table.</param>
    /// <exception cref="ArgumentException">The model is of another number of lists.</exception>
    public static LoglinearEstimate Fit(OverlapTable table, LoglinearModel model) => Fit(new CellCounts(table), model, new LoglinearFitter(table.Lists.Count), table);

    /// <summary>
    /// 0 where a finite estimate exists and every parameter is identifiable; 1 where none exists, 2 where one is not identifiable, 3 for both.
    /// Decided in whole numbers, without fitting (Fienberg and Rinaldo 2012; Chan, Silverman and Vincent 2021).
    /// </summary>
    /// <param name="table">What was seen.</param>
    /// <param name="model">Of as many lists as the table.</param>
    /// <exception cref="ArgumentException">The model is of another number of lists.</exception>
    public static int Code(OverlapTable table, LoglinearModel model)
    {
        Match(table, model);
        var counts = new CellCounts(table);
        var left = new Reduction(model.Lists);
        left.Apply(counts, model.Terms);
        return left.Check(counts);
    }

    /// <summary>The fitted mean of each combination, by mask; 0 for the one nobody sees and where the model says that there can be none. Length 2^t.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="model">One with code 0.</param>
    /// <exception cref="ArgumentException">The model has no sound estimate, or is of another number of lists.</exception>
    public static IReadOnlyList<double> Means(OverlapTable table, LoglinearModel model)
    {
        Match(table, model);
        var fitter = new LoglinearFitter(model.Lists);
        return fitter.Fit(new CellCounts(table), model.Terms, []) == 0
            ? fitter.Means.ToArray() : throw new ArgumentException($"{model} has no sound estimate on this table.", nameof(model));
    }

    internal static LoglinearEstimate Fit(CellCounts counts, LoglinearModel model, LoglinearFitter fitter, OverlapTable table)
    {
        Match(table, model);
        var code = fitter.Fit(counts, model.Terms, []);
        if (code > 0)
            return new(model, code, double.NaN, double.NaN, double.NaN, double.NaN, table.Total);
        var likelihood = fitter.LogLikelihood - counts.LogFactorials;
        return new(model, 0, table.Total + fitter.Unseen, double.Sqrt(fitter.VarianceOfConstant), likelihood,
            model.Parameters * Numerics.Elementary.Log(table.Total) - 2 * likelihood, table.Total);
    }

    private static void Match(OverlapTable table, LoglinearModel model)
    {
        if (model.Lists != table.Lists.Count)
            throw new ArgumentException($"The model is of {model.Lists} lists, the table of {table.Lists.Count}.", nameof(model));
    }
}
