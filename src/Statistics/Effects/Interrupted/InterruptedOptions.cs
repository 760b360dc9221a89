namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>How sure the coefficients of counts are taken to be.</summary>
public enum CountErrors
{
    /// <summary>Newey and West (1987): right where neighbouring times are correlated and of unlike spread.</summary>
    NeweyWest,

    /// <summary>White (1980) with n/(n−k), HC1: right where times are of unlike spread, but not correlated.</summary>
    Heteroscedastic,

    /// <summary>Of the quasi-Poisson model: right where the variance is a multiple of the mean and times are not correlated.</summary>
    Model,
}

/// <summary>What the regression holds and how it is judged.</summary>
/// <param name="Period">Times in a year: 12 for months, 52 for weeks.</param>
/// <param name="Harmonics">Waves of the year, each a sine and a cosine; 0 for none.</param>
/// <param name="HasTrend">Whether a steady rise or fall is allowed for.</param>
/// <param name="HasSlope">Whether the trend may change at the intervention; needs a trend.</param>
/// <param name="Errors">Which errors.</param>
/// <param name="Lags">How many lags Newey and West sum; when not said 4 (n/100)^(2/9), their rule of 1994.</param>
/// <param name="Level">Of the intervals.</param>
public sealed record InterruptedOptions(
    int Period = 12, int Harmonics = 2, bool HasTrend = true, bool HasSlope = true, CountErrors Errors = CountErrors.NeweyWest, int? Lags = null, double Level = 0.95);
