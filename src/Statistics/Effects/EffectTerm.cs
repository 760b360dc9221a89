namespace Amparo.Statistics.Effects;

/// <summary>One coefficient of a regression on the scale of logarithms.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Estimate">The coefficient; e to its power is a ratio.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Lower">The interval's lower end, on the same scale.</param>
/// <param name="Upper">The interval's upper end.</param>
/// <param name="P">The two-sided p-value of no effect.</param>
public sealed record EffectTerm(string Name, double Estimate, double Error, double Lower, double Upper, double P);
