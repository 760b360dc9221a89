using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>
/// Bayesian average over all decomposable graphs (Madigan and York 1997): the posterior of N, in closed form for every number of unseen, so
/// nothing is random. For up to 6 lists.
/// </summary>
public static class GraphAveraging
{
    /// <summary>The method's name in commands and panels.</summary>
    public const string Name = "dga";

    private const int Stretch = 512;

    /// <summary>The whole posterior.</summary>
    /// <param name="table">What was seen, by 2 to 6 lists.</param>
    /// <param name="options">The priors.</param>
    /// <param name="running">Cores, progress, cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">More lists, or a prior that is not above 0.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static GraphPosterior Posterior(OverlapTable table, GraphOptions options, Running running)
    {
        var lists = table.Lists.Count;
        var graphs = DecomposableGraph.All(lists);
        var delta = options.Delta ?? double.ScaleB(1, -lists);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        var most = options.MostMissing ?? checked(20 * table.Total);
        var scores = new GraphScores(table, delta);
        var stretches = most / Stretch + 1;
        var density = new double[most + 1];
        var weights = new double[stretches][];
        var means = new double[stretches][];
        var highest = new double[stretches];
        running.Each(stretches, () => new GraphDesk(graphs, Stretch), (s, desk) =>
        {
            var missing = s * Stretch;
            var part = density.AsSpan(missing, int.Min(Stretch, density.Length - missing));
            (weights[s], means[s]) = (new double[graphs.Count], new double[graphs.Count]);
            highest[s] = desk.Weigh(scores, missing, part, weights[s], means[s]);
        });
        var top = highest.Max();
        var weightOf = new double[graphs.Count];
        var meanOf = new double[graphs.Count];
        for (var s = 0; s < stretches; s++)
        {
            var scale = Elementary.Exp(highest[s] - top);
            foreach (ref var value in density.AsSpan(s * Stretch, int.Min(Stretch, density.Length - s * Stretch)))
                value *= scale;
            for (var g = 0; g < graphs.Count; g++)
            {
                weightOf[g] += scale * weights[s][g];
                meanOf[g] += scale * means[s][g];
            }
        }

        var sum = weightOf.Sum();
        for (var m = 0; m < density.Length; m++)
            density[m] /= sum;
        return new GraphPosterior(table.Total, density,
            [.. graphs.Select((graph, g) => new WeighedModel(graph.Name, table.Total + meanOf[g] / weightOf[g], weightOf[g] / sum)).OrderByDescending(graph => graph.Weight)]);
    }

    /// <summary>The posterior's median and interval, with the most probable graphs.</summary>
    /// <inheritdoc cref="Posterior"/>
    public static Finding Run(OverlapTable table, GraphOptions options, Running running)
    {
        var posterior = Posterior(table, options, running);
        List<string> warnings = [];
        if (posterior.AtTheEnd > 0.001)
            warnings.Add(FormattableString.Invariant($"{posterior.AtTheEnd:P1} of the probability lies in the last tenth of the numbers thought of: the upper end is cut off there."));
        if (posterior.Peaks > 1)
            warnings.Add($"The posterior has {posterior.Peaks} peaks: models that the data cannot tell apart say different things, and the middle between them is no answer.");
        return new Finding(Name, 1)
        {
            Options = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["delta"] = options.Delta ?? double.ScaleB(1, -table.Lists.Count),
                ["mostMissing"] = posterior.Density.Count - 1,
            },
            Model = posterior.Graphs[0].Model,
            Estimate = posterior.Quantile(0.5),
            Interval = new Interval(posterior.Quantile(0.5 - options.Level / 2), posterior.Quantile(0.5 + options.Level / 2), options.Level, "equal-tailed posterior interval"),
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["mean"] = posterior.Mean,
                ["probability"] = posterior.Graphs[0].Weight,
                ["peaks"] = posterior.Peaks,
            },
            Weighed = [.. posterior.Graphs.Take(10)],
            Warnings = warnings,
        };
    }
}
