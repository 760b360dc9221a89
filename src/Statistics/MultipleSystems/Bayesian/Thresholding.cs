using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>
/// Bayesian thresholding (Silverman 2020): with normal priors all pairs are in at first; those whose posterior is clear of 0 are kept, and the
/// population's posterior is that of the model with them. With proper priors no estimate is infinite, even of sparse lists.
/// </summary>
public static class Thresholding
{
    /// <summary>The method's name in commands and panels.</summary>
    public const string Name = "bayes";

    /// <summary>With more lists the full model has too many pairs for independent draws.</summary>
    public const int MostLists = 8;

    private const double FewDraws = 1000;

    /// <summary>Chooses the pairs and draws the posterior.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="options">Priors and threshold.</param>
    /// <param name="running">Cores, progress, cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance that is not above 0, or too few draws.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Finding Run(OverlapTable table, ThresholdingOptions options, Running running)
    {
        if (!(options.Variance > 0) || double.IsInfinity(options.Variance))
            throw new ArgumentOutOfRangeException(nameof(options), options.Variance, "The prior's variance is above 0 and finite: with a flat prior sparse lists have no posterior.");
        if (table.Lists.Count > MostLists)
            throw new ArgumentOutOfRangeException(nameof(table), table.Lists.Count, $"All pairs at once are taken for up to {MostLists} lists.");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1000);
        var lists = table.Lists.Count;
        var counts = new CellCounts(table);
        var full = LoglinearModel.Of(lists, table.Pairs);
        var all = new PosteriorDraws(counts, full, options, 1, running);
        var terms = full.Terms.ToArray();
        int[] kept = [.. full.Interactions.Where(pair => all.Of(Array.IndexOf(terms, pair)) is var (mean, deviation) && double.Abs(mean) >= options.Threshold * deviation)];
        var model = LoglinearModel.Of(lists, kept);
        var draws = new PosteriorDraws(counts, model, options, 2, running with { Progress = null });
        var unseen = draws.Unseen();
        var effective = double.Min(all.EffectiveNumber, draws.EffectiveNumber);
        return new Finding(Name, 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["variance"] = options.Variance, ["threshold"] = options.Threshold, ["draws"] = options.Draws },
            Model = model.ToString(),
            Estimate = table.Total + At(0.5),
            Interval = new Interval(table.Total + At(0.5 - options.Level / 2), table.Total + At(0.5 + options.Level / 2), options.Level, "equal-tailed posterior interval, the chosen pairs taken as given"),
            Figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["mean"] = table.Total + unseen.Sum(pair => pair.Unseen * pair.Weight), ["effectiveDraws"] = effective },
            Warnings = effective < FewDraws ? [FormattableString.Invariant($"The draws are worth only {effective:N0} independent ones: the figures are rough. Ask for more.")] : [],
        };

        double At(double share)
        {
            double sum = 0;
            foreach (var (value, weight) in unseen)
            {
                sum += weight;
                if (sum >= share)
                    return value;
            }

            return unseen[^1].Unseen;
        }
    }
}
