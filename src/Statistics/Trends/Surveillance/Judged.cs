namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>One week (or day) as a method sees it.</summary>
/// <param name="Time">From 1.</param>
/// <param name="Observed">Cases.</param>
/// <param name="Bound">What the method takes for usual at most, in cases.</param>
/// <param name="IsAlarm">Whether it is more than that.</param>
public sealed record Judged(int Time, int Observed, double Bound, bool IsAlarm);
