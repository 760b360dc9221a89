namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>An area beside the mixture of others that is most like it before.</summary>
/// <param name="Unit">The area.</param>
/// <param name="Weights">The donors' shares, by name; 0 or more, with the sum 1.</param>
/// <param name="PredictorWeights">How much each predictor counts, with the sum 1; empty where there are none.</param>
/// <param name="Expected">The mixture's outcomes, by time.</param>
/// <param name="Gaps">The area's less the mixture's, by time.</param>
/// <param name="Before">The root of the mean squared gap before the intervention.</param>
/// <param name="After">The same since.</param>
public sealed record SyntheticResult(
    string Unit, IReadOnlyList<KeyValuePair<string, double>> Weights, IReadOnlyList<double> PredictorWeights, IReadOnlyList<double> Expected, IReadOnlyList<double> Gaps, double Before, double After)
{
    /// <summary>How much larger gaps are since than before (Abadie, Diamond and Hainmueller 2010); infinite where there was none before.</summary>
    public double Ratio => After == 0 ? 0 : After / Before;
}
