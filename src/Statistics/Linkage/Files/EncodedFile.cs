using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Linkage.Files;

/// <summary>
/// Encoded records as text: a line that says how they were encoded, a header, then a line for each record with what it is called and its encodings in base64.
/// Nothing else of a record is in the file, but which of its fields are empty is seen.
/// </summary>
public static class EncodedFile
{
    private const string Format = "amparo-encoding 1";
    private const char Sign = '=';

    /// <param name="table">Encoded records.</param>
    /// <param name="text">Stays open.</param>
    public static void Write(EncodedTable table, TextWriter text)
    {
        var records = table.Records;
        text.Write($"{Format},{table.Options.Kind},{table.Options.Salt},{table.Key}\n");
        text.Write($"{string.Join(',', records.Columns.Zip(records.Roles, (name, role) => CsvLine.Quoted($"{role}{Sign}{name}")))}\n");
        foreach (var row in records.Rows)
            text.Write($"{string.Join(',', row.Select(CsvLine.Quoted))}\n");
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <exception cref="TableFault">It holds no encodings, or one that is cut off; the message says where and what to do.</exception>
    public static EncodedTable Read(TextReader text)
    {
        string[] about = [.. CsvLine.Split(text.ReadLine() ?? "", ',', 1)];
        if (about is not [Format, var kindName, var saltName, var key] || !Enum.TryParse(kindName, out EncodingKind kind) || !Enum.TryParse(saltName, out EncodingSalt salt)
            || !Enum.IsDefined(kind) || !Enum.IsDefined(salt))
            throw new TableFault(1, 0, $"It does not begin with “{Format}”, kind, salt and key: this is no file of encodings. Make one with: amparo stats encode");
        string[] header = [.. CsvLine.Split(text.ReadLine() ?? "", ',', 2)];
        var roles = new FieldRole[header.Length];
        for (var column = 0; column < header.Length; column++)
        {
            if (!Enum.TryParse(header[column].Split(Sign)[0], out roles[column]) || !Enum.IsDefined(roles[column]) || !header[column].Contains(Sign) || (column == 0) != (roles[column] == FieldRole.Id))
                throw new TableFault(2, column + 1, $"“{header[column]}” is no column of encodings. The file was changed: encode the records again.");
        }

        if (header.Length < 2)
            throw new TableFault(2, 0, "There is no column of encodings. The file was changed: encode the records again.");
        List<string[]> rows = [];
        for (var number = 3; text.ReadLine() is { } line; number++)
        {
            if (!line.AsSpan().Trim().IsEmpty)
                rows.Add(Row(line, number, header.Length, EncodedTable.WidthOf(kind) / 8));
        }

        return rows.Count == 0 ? throw new TableFault("The file holds no record.")
            : new EncodedTable(new EncodingOptions(kind, salt), key, new RecordTable([.. header.Select(cell => cell[(cell.IndexOf(Sign, StringComparison.Ordinal) + 1)..])], roles, rows));
    }

    private static string[] Row(string line, int number, int columns, int bytes)
    {
        string[] cells = [.. CsvLine.Split(line, ',', number)];
        if (cells.Length != columns)
            throw new TableFault(number, 0, $"It has {cells.Length} columns, the header has {columns}. The file was changed or cut off: encode the records again.");
        Span<byte> decoded = stackalloc byte[bytes];
        for (var column = 1; column < cells.Length; column++)
        {
            if (cells[column].Length > 0 && !(Convert.TryFromBase64String(cells[column], decoded, out var length) && length == bytes))
                throw new TableFault(number, column + 1, $"It is no encoding of {bytes * 8} bits in base64. The file was changed or cut off: encode the records again.");
        }

        return cells;
    }
}
