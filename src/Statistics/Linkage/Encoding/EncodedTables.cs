namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>Several files of encodings as one.</summary>
public static class EncodedTables
{
    /// <summary>One table of all records, and where each after the first begins.</summary>
    /// <param name="tables">One or more.</param>
    /// <exception cref="ArgumentException">They were encoded with different keys or in different ways, or have other fields: they cannot be compared.</exception>
    public static (EncodedTable Table, IReadOnlyList<int> LaterFiles) Join(IReadOnlyList<EncodedTable> tables)
    {
        var first = tables[0];
        List<string[]> rows = [.. first.Records.Rows];
        List<int> begins = [];
        foreach (var table in tables.Skip(1))
        {
            if (table.Key != first.Key)
                throw new ArgumentException($"The files were encoded with different keys ({first.Key} and {table.Key}). Encode them again with one.", nameof(tables));
            if (table.Options != first.Options)
                throw new ArgumentException($"The files were encoded in different ways ({Said(first)} and {Said(table)}). Encode them again with the same --kind and --salt.", nameof(tables));
            if (!table.Records.Columns.SequenceEqual(first.Records.Columns, StringComparer.Ordinal))
                throw new ArgumentException($"The files have other fields ({Fields(first)}; {Fields(table)}). Give all the same columns, in the same order, and encode them again.", nameof(tables));
            begins.Add(rows.Count);
            rows.AddRange(table.Records.Rows);
        }

        return (first with { Records = first.Records with { Rows = rows } }, begins);
    }

    private static string Said(EncodedTable table) => $"{table.Options.Kind}, salt {table.Options.Salt}";

    private static string Fields(EncodedTable table) => string.Join(", ", table.Records.Columns.Skip(1));
}
