namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>What a segmented regression found.</summary>
/// <param name="Terms">The coefficients; those of the intervention are <c>step</c> and <c>slope</c>, with a control <c>step × area</c> and <c>slope × area</c>.</param>
/// <param name="Scale">The dispersion of counts (1 for Poisson), or the standard deviation of the innovations on the scale of logarithms.</param>
/// <param name="Lags">How many lags Newey and West summed, where they did.</param>
/// <param name="Residuals">Whether what is left over is correlated in time.</param>
/// <param name="Observed">The sum of counts since the intervention.</param>
/// <param name="Without">What the model expects for these times without step and slope; none of logarithms, whose sum it is not.</param>
/// <param name="Autoregression">φ and the seasonal Φ, where the noise was modelled.</param>
public sealed record InterruptedResult(
    IReadOnlyList<EffectTerm> Terms, double Scale, int? Lags, LjungBox Residuals, double Observed, double? Without, (double Near, double Seasonal)? Autoregression);
