using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Selection;

namespace Amparo.Statistics.MultipleSystems.Panels;

/// <summary>What a panel asks, and how far its methods may be apart.</summary>
public sealed record PanelOptions
{
    /// <summary>The methods by name, or none for <see cref="Panel.Usual"/>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>
    /// The largest estimate over the smallest up to which the panel may be quoted, above 1. The default of 1.5 is a judgement, not a statistic: it is
    /// about the width of the intervals that such studies publish (UK 2013: 10,000 to 13,000; New Orleans: 650 to 1,700 is far wider).
    /// </summary>
    public double Factor { get; init; } = 1.5;

    /// <summary>Of stepwise; its threshold also says which pairs of lists are named as dependent.</summary>
    public StepwiseOptions Stepwise { get; init; } = new();

    /// <summary>Of BIC.</summary>
    public BicOptions Bic { get; init; } = new();

    /// <summary>Of the intervals of both.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>Of the average over graphs.</summary>
    public GraphOptions Graphs { get; init; } = new();

    /// <summary>Of Bayesian thresholding; its level and seed are those of the bootstrap.</summary>
    public ThresholdingOptions Bayes { get; init; } = new();

    /// <summary>Of latent classes; level and seed are those of the bootstrap.</summary>
    public LatentClassOptions Classes { get; init; } = new();
}
