namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>The columns of records and the values each may have, known before anybody looks at the records: that a value stands in them is itself told of somebody.</summary>
public sealed class Codebook
{
    /// <summary>More columns than this are not taken at once.</summary>
    public const int MostColumns = 60;

    /// <summary>A column has at most as many values.</summary>
    public const int MostValues = 2000;

    private readonly Dictionary<string, int>[] _codes;

    /// <param name="columns">2 to 60, each with its name and 1 to 2,000 values; an empty value is one like any other (nothing is known).</param>
    /// <exception cref="ArgumentException">Too few or too many, or something stands twice.</exception>
    public Codebook(IReadOnlyList<(string Name, IReadOnlyList<string> Values)> columns)
    {
        if (columns.Count is < 2 or > MostColumns)
            throw new ArgumentException($"There are {columns.Count} columns; there may be 2 to {MostColumns}. Choose some.");
        if (columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() < columns.Count)
            throw new ArgumentException("Two columns have the same name.");
        if (columns.FirstOrDefault(column => column.Values.Count is 0 or > MostValues || column.Values.Distinct(StringComparer.Ordinal).Count() < column.Values.Count) is { Name: { } wrong })
            throw new ArgumentException($"{wrong} must have 1 to {MostValues} values, each once. Group what is rarer or finer.");
        (Names, Values) = ([.. columns.Select(column => column.Name)], [.. columns.Select(column => column.Values)]);
        _codes = [.. Values.Select(values => values.Index().ToDictionary(value => value.Item, value => value.Index, StringComparer.Ordinal))];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Of each column, its values in the order of their codes.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Values { get; }

    /// <summary>How many values each column has.</summary>
    public IReadOnlyList<int> Sizes => [.. Values.Select(values => values.Count)];

    /// <summary>The code of a value, or none where the codebook does not know it.</summary>
    /// <param name="column">Index of the column.</param>
    /// <param name="value">As it is written.</param>
    public int? Code(int column, string value) => _codes[column].TryGetValue(value, out var code) ? code : null;
}
