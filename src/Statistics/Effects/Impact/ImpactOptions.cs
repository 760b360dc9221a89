namespace Amparo.Statistics.Effects.Impact;

/// <summary>How long is drawn, and what is believed beforehand. The defaults are those of CausalImpact 1.3.0; all are on the scale of the series divided by its standard deviation before.</summary>
/// <param name="Draws">How many are kept; 100 or more.</param>
/// <param name="Burn">How many are thrown away first.</param>
/// <param name="Seed">The same gives the same figures on every machine.</param>
/// <param name="Level">Of the intervals.</param>
/// <param name="LevelDeviation">How far the level is thought to move in one time.</param>
/// <param name="LevelWeight">How many times' worth of seeing that belief counts.</param>
/// <param name="ExpectedSize">How many covariates are thought to matter.</param>
/// <param name="ExpectedShare">Which share of the variance they are thought to explain (R²).</param>
/// <param name="ShareWeight">How many times' worth that belief counts.</param>
/// <param name="CoefficientWeight">How many times' worth the belief in coefficients near 0 counts.</param>
public sealed record ImpactOptions(
    int Draws = 10_000, int Burn = 1000, long Seed = 1, double Level = 0.95, double LevelDeviation = 0.01, double LevelWeight = 32, double ExpectedSize = 3, double ExpectedShare = 0.8,
    double ShareWeight = 50, double CoefficientWeight = 0.01)
{
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check()
    {
        if (Draws < 100 || Burn < 0 || !(Level is > 0 and < 1))
            throw new ArgumentException("At least 100 draws are kept, and the level lies between 0 and 1.", nameof(Draws));
        if (!(LevelDeviation > 0 && LevelWeight > 0 && ExpectedSize > 0 && ExpectedShare is > 0 and < 1 && ShareWeight > 0 && CoefficientWeight > 0))
            throw new ArgumentException("What is believed beforehand has weights and deviations above 0 and a share between 0 and 1.", nameof(LevelDeviation));
    }
}
