using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>
/// Latent classes (Manrique-Vallier 2016): people differ in how easily each list sees them, as if they belonged to hidden classes within which lists know nothing of each other; how
/// many classes there are is drawn too. Many chains, since one may stay where it began (Binette and Steorts 2022): how far apart they end is said beside the figure.
/// </summary>
public static class LatentClasses
{
    /// <summary>The method's name in commands and panels.</summary>
    public const string Name = "latent-classes";

    /// <summary>With two lists any number of unseen can be explained.</summary>
    public const int FewestLists = 3;

    // Of Gelman and Rubin (1992): above it the chains do not agree yet.
    private const double MostApart = 1.1;

    /// <summary>Draws the posterior.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="options">Classes, chains, sweeps.</param>
    /// <param name="running">Cores, progress, cancellation; the figures are the same on any number of cores.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few lists, classes, chains or sweeps.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Finding Run(OverlapTable table, LatentClassOptions options, Running running)
    {
        if (table.Lists.Count < FewestLists)
            throw new ArgumentOutOfRangeException(nameof(table), table.Lists.Count, $"Latent classes need {FewestLists} lists or more.");
        if (options.Classes < 2 || options.Chains < 2 || options.Sweeps < 100 || !(options.MostUnseen > 0) || !(options.Level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(options), "Two classes and chains or more, 100 sweeps or more, some unseen, and a level between 0 and 1.");
        var chains = new double[options.Chains][];
        running.Each(chains.Length, () => new RandomStream(options.Seed, 0), (chain, random) =>
        {
            random.Restart(options.Seed, chain);
            chains[chain] = Draw(table, options, random, running.Cancel);
        });
        double[] all = [.. chains.SelectMany(drawn => drawn).Order()];
        var (apart, medians) = (Apart(chains), chains.Select(drawn => Quantile.OfSorted([.. drawn.Order()], 0.5)).Order().ToArray());
        return new Finding(Name, 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["classes"] = options.Classes, ["chains"] = options.Chains, ["sweeps"] = options.Sweeps, ["mostUnseen"] = options.MostUnseen },
            Estimate = Quantile.OfSorted(all, 0.5),
            Interval = new Interval(Quantile.OfSorted(all, (1 - options.Level) / 2), Quantile.OfSorted(all, (1 + options.Level) / 2), options.Level, "equal-tailed posterior interval"),
            Figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["mean"] = all.Average(), ["apart"] = apart, ["lowestMedian"] = medians[0], ["highestMedian"] = medians[^1] },
            Warnings = apart > MostApart ? [FormattableString.Invariant($"The chains do not agree: their medians run from {medians[0]:N0} to {medians[^1]:N0}. Ask for more sweeps, or do not use it.")] : [],
        };
    }

    private static double[] Draw(OverlapTable table, LatentClassOptions options, RandomStream random, CancellationToken cancel)
    {
        var chain = new LatentClassChain(table, options, random);
        var drawn = new double[options.Sweeps];
        for (var sweep = -options.Sweeps / 2; sweep < options.Sweeps; sweep++)
        {
            cancel.ThrowIfCancellationRequested();
            chain.Sweep();
            if (sweep >= 0)
                drawn[sweep] = table.Total + chain.Unseen;
        }

        return drawn;
    }

    // How much wider all chains together are than each by itself, on the logarithm; 1 where they agree.
    private static double Apart(double[][] chains)
    {
        double[][] logarithms = [.. chains.Select(drawn => drawn.Select(Elementary.Log).ToArray())];
        double[] means = [.. logarithms.Select(drawn => drawn.Average())];
        var within = logarithms.Select((drawn, chain) => drawn.Sum(value => (value - means[chain]) * (value - means[chain])) / (drawn.Length - 1)).Average();
        var between = means.Sum(mean => (mean - means.Average()) * (mean - means.Average())) / (means.Length - 1);
        var length = (double)chains[0].Length;
        return within > 0 ? double.Sqrt((length - 1) / length + between / within) : 1;
    }
}
