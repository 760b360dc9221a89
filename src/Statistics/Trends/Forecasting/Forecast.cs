namespace Amparo.Statistics.Trends.Forecasting;

/// <summary>One time ahead.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Middle">As much is expected above as below.</param>
/// <param name="Lower">Where the interval begins; 0 or more.</param>
/// <param name="Upper">Where it ends.</param>
public sealed record ForecastStep(int Step, double Middle, double Lower, double Upper);

/// <summary>What is expected.</summary>
/// <param name="Steps">In order.</param>
/// <param name="Methods">What was averaged, the best first.</param>
/// <param name="Error">How far off, on average, this was when made from times of the past.</param>
/// <param name="NaiveError">The same of saying again what came a season before.</param>
public sealed record Forecast(IReadOnlyList<ForecastStep> Steps, IReadOnlyList<string> Methods, double Error, double NaiveError);
