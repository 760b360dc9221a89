namespace Amparo.Statistics.Trends.Scanning.Files;

/// <summary>A map as it was read.</summary>
/// <param name="Map">Cases and population.</param>
/// <param name="Labels">What the times are called: numbers, or days.</param>
public sealed record ScanTable(ScanMap Map, IReadOnlyList<string> Labels);
