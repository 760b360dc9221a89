namespace Amparo.Statistics.MultipleSystems;

/// <summary>An interval for the size of the population.</summary>
/// <param name="Lower">The lower end, in cases.</param>
/// <param name="Upper">The upper end, in cases; may be infinite.</param>
/// <param name="Level">The share of such intervals that should hold the truth (or, of a Bayesian method, the posterior probability), such as 0.95.</param>
/// <param name="Kind">How it was made, in a few words.</param>
public sealed record Interval(double Lower, double Upper, double Level, string Kind);
