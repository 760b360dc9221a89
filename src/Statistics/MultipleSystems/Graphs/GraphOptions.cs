namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>The priors of the average over graphs. The prior of N is proportional to 1/N.</summary>
/// <param name="Delta">Cases that the prior puts into each of the 2^t cells, above 0; 2^-t when not said, one case in all.</param>
/// <param name="MostMissing">The largest number of unseen cases that is thought of; 20 n when not said.</param>
/// <param name="Level">Of the interval.</param>
public sealed record GraphOptions(double? Delta = null, int? MostMissing = null, double Level = 0.95);
