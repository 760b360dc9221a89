namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>Records as codes of a codebook, column after column, one person to a record.</summary>
/// <param name="Codebook">What the codes mean.</param>
/// <param name="Columns">Of each column of the codebook, the code of each record.</param>
public sealed record CodedRecords(Codebook Codebook, IReadOnlyList<ushort[]> Columns)
{
    /// <summary>How many.</summary>
    public int Count => Columns[0].Length;

    /// <summary>How many records have each combination of some columns' values; the last column's change fastest.</summary>
    /// <param name="columns">Indices.</param>
    /// <exception cref="OverflowException">More combinations than an array can hold.</exception>
    public int[] Margin(params ReadOnlySpan<int> columns)
    {
        var cells = 1;
        foreach (var column in columns)
            cells = checked(cells * Codebook.Values[column].Count);
        var counts = new int[cells];
        for (var record = 0; record < Count; record++)
        {
            var cell = 0;
            foreach (var column in columns)
                cell = cell * Codebook.Values[column].Count + Columns[column][record];
            counts[cell]++;
        }

        return counts;
    }
}
