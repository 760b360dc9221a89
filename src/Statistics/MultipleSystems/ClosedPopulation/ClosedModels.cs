using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>
/// Closed-population models as Poisson regressions of the capture histories (Baillargeon and Rivest 2007), with the multinomial profile
/// interval. Lists stand for occasions.
/// </summary>
public static class ClosedModels
{
    /// <summary>The method's name of a model: chao for the bound that panels show, else m0, mt, mb, mh-chao, mh-poisson2 … mth-gamma.</summary>
    public static string NameOf(CaptureModel model) => model switch
    {
        CaptureModel.MthChao => "chao",
        CaptureModel.MhChao or CaptureModel.MhPoisson2 or CaptureModel.MhDarroch or CaptureModel.MhGamma => "mh-" + model.ToString()[2..].ToLowerInvariant(),
        CaptureModel.MthPoisson2 or CaptureModel.MthDarroch or CaptureModel.MthGamma => "mth-" + model.ToString()[3..].ToLowerInvariant(),
        _ => model.ToString().ToLowerInvariant(),
    };

    /// <summary>Fits a model.</summary>
    /// <param name="table">What was seen; heterogeneity takes at least 3 lists.</param>
    /// <param name="options">Which model.</param>
    /// <returns>Code 1 where the fit has no finite estimate that settles.</returns>
    public static Finding Run(OverlapTable table, ClosedOptions options)
    {
        var lists = table.Lists.Count;
        var model = options.Model;
        var finding = new Finding(NameOf(model), 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["model"] = model.ToString() },
            Model = model.ToString(),
            IsLowerBound = model is CaptureModel.MhChao or CaptureModel.MthChao,
        };
        if (lists < 3 && model is not (CaptureModel.M0 or CaptureModel.Mt))
            return finding with { Code = 2, Warnings = [$"{model} needs at least three lists."] };
        var columns = Design.Of(model, lists);
        double[] counts = [.. table.Counts.Select(n => (double)n)];
        var fit = PoissonRegression.Fit(columns, counts, 1);
        List<string> warnings = [];
        var bounded = Design.Bounded(model, lists);
        // The η of Chao's bound are moments and cannot be negative: those that come out so are taken as 0.
        while (bounded > 0 && (fit is null || Negative(fit, columns.Count, bounded).Count > 0))
        {
            var drop = fit is null ? [columns.Count - 1] : Negative(fit, columns.Count, bounded);
            columns = [.. columns.Where((_, i) => !drop.Contains(i))];
            bounded -= drop.Count;
            fit = PoissonRegression.Fit(columns, counts, 1);
        }

        if (fit is null)
            return finding with { Code = 1, Warnings = [Sentences.OfCode(1)] };
        if (finding.IsLowerBound)
            warnings.Add("A lower bound: where people differ in how easily they are seen, the truth lies above.");
        var unseen = model == CaptureModel.Mb ? Unseen(fit, lists) : Elementary.Exp(fit.Coefficients[^1]);
        var error = double.Sqrt(unseen + unseen * unseen * fit.VarianceOfConstant);
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        if (model == CaptureModel.Mb)
            warnings.Add("Only where the lists follow each other in time.");
        else
            figures["standardError"] = error;
        if (!(unseen >= 0) || !double.IsFinite(unseen))
            return finding with { Code = 1, Warnings = [Sentences.OfCode(1)] };
        var profile = model == CaptureModel.Mb ? null : new ProfileLikelihood(columns, table).Interval(table.Total + unseen, options.Level);
        if (profile is { } found)
            figures["profileEstimate"] = found.Estimate;
        return finding with
        {
            Estimate = table.Total + unseen,
            Figures = figures,
            Warnings = warnings,
            Interval = profile is { } interval ? new Interval(interval.Lower, interval.Upper, options.Level, "multinomial profile likelihood, the model taken as given") : null,
        };
    }

    /// <summary>The multinomial profile interval of a hierarchical model, taken as given (Cormack 1992).</summary>
    /// <returns>The N of the highest likelihood and the interval; nothing where the likelihood rises without end.</returns>
    public static (double Estimate, Interval Interval)? Profile(OverlapTable table, LoglinearModel model, double level)
    {
        var fitted = Loglinear.Fit(table, model);
        return fitted.Code == 0 && new ProfileLikelihood(Design.Of(model), table).Interval(fitted.Population, level) is { } found
            ? (found.Estimate, new Interval(found.Lower, found.Upper, level, "multinomial profile likelihood, the model taken as given")) : null;
    }

    /// <summary>Two lists: Chapman's (1951) estimate without bias, (n1 + 1)(n2 + 1)/(m + 1) - 1, which exists even without overlap.</summary>
    /// <exception cref="ArgumentException">There are not two lists.</exception>
    public static double Chapman(OverlapTable table) => table.Lists.Count == 2
        ? (table.Overlap(1) + 1.0) * (table.Overlap(2) + 1.0) / (table.Overlap(3) + 1.0) - 1
        : throw new ArgumentException("Chapman's estimate is for two lists.", nameof(table));

    private static List<int> Negative(PoissonRegression fit, int columns, int bounded) =>
        [.. Enumerable.Range(columns - bounded, bounded).Where(i => fit.Coefficients[i] < 0)];

    // The columns are the failures before the first capture and the captures after it: p and c follow, and from them the share never caught.
    private static double Unseen(PoissonRegression fit, int lists)
    {
        var again = Elementary.Exp(fit.Coefficients[1]);
        var notAgain = 1 / (1 + again);
        var missed = Elementary.Exp(fit.Coefficients[0]) * notAgain;
        var population = Elementary.Exp(fit.Coefficients[^1]) / (1 - missed);
        for (var i = 1; i < lists; i++)
            population /= notAgain;
        for (var i = 0; i < lists; i++)
            population *= missed;
        return population;
    }
}
