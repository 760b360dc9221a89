namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>How pairs of lists are added.</summary>
/// <param name="Threshold">
/// The p-value below which a pair is added, 0 to 1. The default of 0.02 is that of Chan, Silverman and Vincent (2021), who found no gain from another.
/// </param>
public sealed record StepwiseOptions(double Threshold = 0.02);
