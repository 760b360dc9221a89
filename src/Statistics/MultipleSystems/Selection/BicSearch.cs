using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>
/// The model with the lowest BIC of all hierarchical ones, and a bootstrap that chooses anew among the best of them
/// (Chan, Silverman and Vincent 2021; Silverman, Chan and Vincent 2024). For up to 6 lists.
/// </summary>
public static class BicSearch
{
    /// <summary>The method's name in commands and panels.</summary>
    public const string Name = "bic";

    /// <summary>BIC says nothing between models that lie closer than this (Kass and Raftery 1995).</summary>
    public const double HardlyWorthMentioning = 2;

    /// <summary>The models that have a sound estimate, the best first; equals keep the order of <see cref="HierarchicalModels.All"/>.</summary>
    /// <param name="table">What was seen, by up to 6 lists.</param>
    /// <param name="order">2 to t - 1.</param>
    /// <param name="running">Cores, progress, cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order does not fit, or there are too many models.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<LoglinearEstimate> Rank(OverlapTable table, int order, Running running) =>
        [.. Fitted(table, order, running, null).Where(fit => fit.Code == 0).OrderBy(fit => fit.Bic)];

    /// <summary>Ranks, and makes the interval.</summary>
    /// <param name="table">What was seen, by up to 6 lists.</param>
    /// <param name="options">Which models compete.</param>
    /// <param name="bootstrap">The interval.</param>
    /// <param name="running">Cores, progress, cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many models.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Finding Run(OverlapTable table, BicOptions options, BootstrapOptions bootstrap, Running running)
    {
        var lists = table.Lists.Count;
        var order = HierarchicalModels.OrderFor(lists, options.Order);
        var alphas = new Dictionary<LoglinearModel, double[]>();
        var fits = Fitted(table, order, running with { Progress = null }, alphas);
        LoglinearEstimate[] ranked = [.. fits.Where(fit => fit.Code == 0).OrderBy(fit => fit.Bic)];
        var top = options.Top switch { 0 => ranked.Length, { } asked => asked, null => lists <= 4 ? 20 : 100 };
        var finding = new Finding(Name, 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["order"] = order, ["top"] = top, ["resamples"] = bootstrap.Resamples },
        };
        if (ranked.Length == 0)
            return finding with { Code = fits[0].Code, Warnings = ["None of the models has a finite, identifiable estimate."] };
        ranked = ranked[..int.Min(top, ranked.Length)];
        finding = finding with
        {
            Model = ranked[0].Model.ToString(),
            Estimate = ranked[0].Population,
            Figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["bic"] = ranked[0].Bic, ["models"] = fits.Length, ["sound"] = fits.Count(fit => fit.Code == 0) },
            Weighed = [.. ranked.Take(10).Select(fit => new WeighedModel(fit.Model.ToString(), fit.Population, fit.Bic))],
            Warnings = [.. Rivals(ranked)],
        };
        if (bootstrap.Resamples == 0)
            return finding;
        var counts = new CellCounts(table);
        var resampling = new Resampling(table, counts);
        IReestimate Make() => new BestByBic([.. ranked.Select(fit => fit.Model)], [.. ranked.Select(fit => alphas[fit.Model])]);
        var resampled = resampling.Resample(bootstrap, ranked.Length, Make, running);
        var leftOut = resampling.LeaveOneOut(ranked.Length, Make, running);
        finding = Intervals.Attach(finding, Column(resampled, ranked.Length - 1), Column(leftOut, ranked.Length - 1), resampling.Cases, bootstrap);
        return Stability(finding);

        double[] Column(double[] rows, int column) => [.. Enumerable.Range(0, rows.Length / ranked.Length).Select(row => rows[row * ranked.Length + column])];

        // The interval had only half as many of the best competed: where the two differ much, more should compete.
        Finding Stability(Finding whole)
        {
            if (ranked.Length < 4 || whole.Interval is null)
                return whole;
            var half = Bca.Interval(whole.Estimate!.Value, Column(resampled, ranked.Length / 2 - 1), Column(leftOut, ranked.Length / 2 - 1), resampling.Cases, bootstrap.Level);
            return whole with
            {
                Figures = new Dictionary<string, double>(whole.Figures, StringComparer.Ordinal) { ["lowerWithHalf"] = half.Lower, ["upperWithHalf"] = half.Upper },
                Warnings = double.Abs(half.Upper / whole.Interval.Upper - 1) > 0.1 || double.Abs(half.Lower / whole.Interval.Lower - 1) > 0.1
                    ? [.. whole.Warnings, "The interval still moves by more than a tenth when twice as many models compete: ask for more with --top."] : whole.Warnings,
            };
        }
    }

    private static IEnumerable<string> Rivals(LoglinearEstimate[] ranked)
    {
        var near = ranked.Where(fit => fit.Bic - ranked[0].Bic < HardlyWorthMentioning).ToArray();
        if (near.Length > 1)
            yield return FormattableString.Invariant($"BIC cannot tell {near.Length} models apart (within {HardlyWorthMentioning}): they say {near.Min(fit => fit.Population):N0} to {near.Max(fit => fit.Population):N0}.");
    }

    private static LoglinearEstimate[] Fitted(OverlapTable table, int order, Running running, Dictionary<LoglinearModel, double[]>? alphas)
    {
        var models = HierarchicalModels.All(table.Lists.Count, order);
        var counts = new CellCounts(table);
        var results = new LoglinearEstimate[models.Count];
        var starts = new double[alphas is null ? 0 : models.Count][];
        running.Each(models.Count, () => new LoglinearFitter(table.Lists.Count), (i, fitter) =>
        {
            results[i] = Loglinear.Fit(counts, models[i], fitter, table);
            if (alphas is not null)
                starts[i] = fitter.Alpha.ToArray();
        });
        for (var i = 0; i < starts.Length; i++)
            alphas![models[i]] = starts[i];
        return results;
    }
}
