namespace Amparo.Statistics.Trends.Forecasting;

/// <summary>What is forecast, and how.</summary>
/// <param name="Period">After how many times the season comes again: 12 for months, 7 for days, 2,016 for five minutes of a week; 1 where there is none.</param>
/// <param name="Horizon">How many times ahead.</param>
/// <param name="Level">The share of intervals that should hold what comes.</param>
/// <param name="Origins">How many times of the past a forecast is made from, to choose the method and to learn how wrong it is.</param>
/// <param name="Combined">How many of the best methods are averaged.</param>
public sealed record ForecastOptions(int Period, int Horizon, double Level = 0.8, int Origins = 40, int Combined = 3);
