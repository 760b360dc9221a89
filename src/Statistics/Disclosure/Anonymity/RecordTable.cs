namespace Amparo.Statistics.Disclosure.Anonymity;

/// <summary>Records of persons: a value in each column, or nothing where nothing is known.</summary>
/// <param name="Columns">1 to 60 names.</param>
/// <param name="Records">A value for each column; an empty one says nothing and joins no combination.</param>
public sealed record RecordTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Records);

/// <summary>Values that few share.</summary>
/// <param name="Values">Column and value.</param>
/// <param name="Records">How many have them all.</param>
public sealed record RareCombination(IReadOnlyList<(string Column, string Value)> Values, int Records)
{
    /// <summary>As people write it.</summary>
    public override string ToString() => string.Join(", ", Values.Select(value => $"{value.Column}={value.Value}"));
}
