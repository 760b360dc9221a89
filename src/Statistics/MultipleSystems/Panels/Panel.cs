using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.ClosedPopulation;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Panels;

/// <summary>
/// Several methods on one table, and whether what they say together may be quoted. On the UK's five lists of 2013 two models that BIC cannot
/// tell apart give 22,991 and 12,262: a program that printed one number would be wrong by construction.
/// </summary>
public static class Panel
{
    /// <summary>Below this many pairs of lists that share a case, nothing can be told from overlaps.</summary>
    public const int FewestOverlappingPairs = 2;

    private static readonly CaptureModel[] Closed = Enum.GetValues<CaptureModel>();

    /// <summary>Every method's name.</summary>
    public static IReadOnlyList<string> Known => [Stepwise.Name, BicSearch.Name, GraphAveraging.Name, Thresholding.Name, LatentClasses.Name, .. Closed.Select(ClosedModels.NameOf)];

    /// <summary>The methods that are asked when none is named: those that this many lists allow.</summary>
    /// <param name="lists">t.</param>
    public static IReadOnlyList<string> Usual(int lists) =>
    [
        Stepwise.Name,
        .. lists is >= 3 and <= 5 ? [BicSearch.Name] : Array.Empty<string>(),
        .. lists is >= 3 and <= DecomposableGraph.MostLists ? [GraphAveraging.Name] : Array.Empty<string>(),
        .. lists is >= 3 and <= Thresholding.MostLists ? [Thresholding.Name] : Array.Empty<string>(),
        .. lists >= 3 ? [ClosedModels.NameOf(CaptureModel.MthChao)] : Array.Empty<string>(),
    ];

    /// <summary>Asks each method in turn.</summary>
    /// <param name="table">What was seen.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="running">Cores, progress of the whole, cancellation.</param>
    /// <exception cref="ArgumentException">A method is not known, or the factor is not above 1.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PanelVerdict Ask(OverlapTable table, PanelOptions options, Running running)
    {
        var methods = options.Methods.Count > 0 ? options.Methods : Usual(table.Lists.Count);
        if (methods.FirstOrDefault(method => !Known.Contains(method)) is { } unknown)
            throw new ArgumentException($"There is no method {unknown}. There are: {string.Join(", ", Known)}.", nameof(options));
        if (!(options.Factor > 1))
            throw new ArgumentException($"The methods may be apart by a factor above 1, not {options.Factor}.", nameof(options));
        List<Finding> findings = [];
        foreach (var method in methods)
        {
            running.Cancel.ThrowIfCancellationRequested();
            var done = findings.Count;
            findings.Add(Ask(method, table, options, running with { Progress = running.Progress is null ? null : new Share(running.Progress, done, methods.Count) }));
            running.Progress?.Report((double)findings.Count / methods.Count);
        }

        IReadOnlyList<string> reasons = [.. Judgement.Reasons(table, findings, options)];
        return new(table.Total, findings, reasons.Count == 0, reasons, [.. Judgement.Warnings(table, findings, options)]);
    }

    private static Finding Ask(string method, OverlapTable table, PanelOptions options, Running running)
    {
        try
        {
            return method switch
            {
                Stepwise.Name => Stepwise.Run(table, options.Stepwise, options.Bootstrap, running),
                BicSearch.Name => BicSearch.Run(table, options.Bic, options.Bootstrap, running),
                GraphAveraging.Name => GraphAveraging.Run(table, options.Graphs with { Level = options.Bootstrap.Level }, running),
                Thresholding.Name => Thresholding.Run(table, options.Bayes with { Level = options.Bootstrap.Level, Seed = options.Bootstrap.Seed }, running),
                LatentClasses.Name => LatentClasses.Run(table, options.Classes with { Level = options.Bootstrap.Level, Seed = options.Bootstrap.Seed }, running),
                _ => ClosedModels.Run(table, new ClosedOptions(Closed.Single(model => ClosedModels.NameOf(model) == method), options.Bootstrap.Level)),
            };
        }
        catch (ArithmeticException lost)
        {
            return new Finding(method, 1) { Warnings = [$"No figure: {lost.Message}"] };
        }
        catch (ArgumentOutOfRangeException tooMany)
        {
            // Asked of more lists than the method takes: the panel goes on without it and says so.
            return new Finding(method, 1) { Warnings = [$"Not for this table. {tooMany.Message.Split(" (Parameter", 2)[0]}"] };
        }
    }

    private sealed class Share(IProgress<double> whole, int done, int of) : IProgress<double>
    {
        public void Report(double value) => whole.Report((done + value) / of);
    }
}
