using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Stepwise choice of pairs with a bootstrap that repeats it (Chan, Silverman and Vincent 2021). For any number of lists.</summary>
public static class Stepwise
{
    /// <summary>The method's name in commands and panels.</summary>
    public const string Name = "stepwise";

    /// <summary>Chooses, fits, and makes the interval.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="options">The threshold.</param>
    /// <param name="bootstrap">The interval.</param>
    /// <param name="running">Cores, progress, cancellation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Finding Run(OverlapTable table, StepwiseOptions options, BootstrapOptions bootstrap, Running running)
    {
        var counts = new CellCounts(table);
        var lists = table.Lists.Count;
        var search = new StepwiseSearch(lists, options.Threshold, []) { Steps = [] };
        var finding = new Finding(Name, 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["threshold"] = options.Threshold, ["resamples"] = bootstrap.Resamples },
        };
        if (search.Search(counts) is var code and > 0)
            return finding with { Code = code, Model = "[]", Warnings = [Sentences.OfCode(code)] };
        var model = LoglinearModel.Of(lists, search.Chosen);
        var fitted = Loglinear.Fit(counts, model, new LoglinearFitter(lists), table);
        finding = finding with
        {
            Model = model.ToString(),
            Estimate = fitted.Population,
            Figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["bic"] = fitted.Bic },
        };
        if (bootstrap.Resamples == 0)
            return finding;
        var start = search.Alpha.ToArray();
        var resampling = new Resampling(table, counts);
        IReestimate Make() => new StepwiseSearch(lists, options.Threshold, start);
        var resampled = resampling.Resample(bootstrap, 1, Make, running);
        var leftOut = resampling.LeaveOneOut(1, Make, running);
        return Intervals.Attach(finding, resampled, leftOut, resampling.Cases, bootstrap);
    }
}
