namespace Amparo.Statistics.Disclosure.Files;

/// <summary>Which columns of a file are what.</summary>
/// <param name="Columns">Those that divide the table; all but the count when not said. Others are summed over.</param>
/// <param name="Nested">Columns of which each divides the one before: region, district. A column stands in one chain at most.</param>
/// <param name="Count">The column with the number of people. When not said: one named as in overlap tables (n, count, casos …); else every line is a person.</param>
public sealed record CountLayout(IReadOnlyList<string>? Columns = null, IReadOnlyList<IReadOnlyList<string>>? Nested = null, string? Count = null);
