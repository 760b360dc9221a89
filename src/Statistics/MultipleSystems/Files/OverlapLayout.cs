namespace Amparo.Statistics.MultipleSystems.Files;

/// <summary>Which columns of a file are what; what is not said is guessed.</summary>
/// <param name="Lists">The lists' columns; all but the count when not said.</param>
/// <param name="Count">
/// The column with the number of cases. When not said: one named n, count, freq, frequency, cases, total, casos, conteo, frecuencia or cantidad; else the
/// last if it holds anything but 0 and 1; else every line is one case.
/// </param>
public sealed record OverlapLayout(IReadOnlyList<string>? Lists = null, string? Count = null);
