namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>Of Bayesian thresholding; the defaults are Silverman's (2020).</summary>
/// <param name="Variance">The prior variance of the pairs' terms around 0, above 0 and finite.</param>
/// <param name="Threshold">Pairs whose posterior mean lies at least so many posterior standard deviations from 0 are kept.</param>
/// <param name="Draws">Draws from the posterior, 1,000 or more.</param>
/// <param name="Seed">The same gives the same.</param>
/// <param name="Level">Of the interval.</param>
public sealed record ThresholdingOptions(double Variance = 1, double Threshold = 2, int Draws = 50_000, long Seed = 1, double Level = 0.95)
{
    /// <summary>The prior variance of the constant and the main effects: next to nothing is said of them.</summary>
    public const double VarianceOfTheRest = 1e4;
}
