namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>The BCa bootstrap that repeats the selection.</summary>
/// <param name="Resamples">How many; 0 for no interval. 1,000 is usual.</param>
/// <param name="Seed">The same gives the same.</param>
/// <param name="Level">Such as 0.95.</param>
public sealed record BootstrapOptions(int Resamples = 1000, long Seed = 1, double Level = 0.95);
