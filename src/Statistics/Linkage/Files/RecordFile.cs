using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Linkage.Files;

/// <summary>Reads records: a header, then a line for each. Commas, semicolons or tabs; quotes as in any CSV; a quoted cell may not run over lines.</summary>
public static class RecordFile
{
    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <param name="roles">Roles by column name, before those that the names say.</param>
    /// <param name="fewest">How many records there must be.</param>
    /// <exception cref="TableFault">The file is not such a table, or names no column that can be compared.</exception>
    public static RecordTable Read(TextReader text, IReadOnlyDictionary<string, FieldRole>? roles = null, int fewest = 2)
    {
        var header = text.ReadLine()?.TrimStart('\uFEFF') ?? throw new TableFault(1, 0, "The file is empty. It begins with a line that names the columns.");
        var separator = ";\t".FirstOrDefault(header.Contains, ',');
        string[] names = [.. CsvLine.Split(header, separator, 1)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new TableFault(1, 0, "Two columns have the same name. Give each its own.");
        if (roles?.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } absent)
            throw new TableFault(1, 0, $"There is no column {absent}. There are: {string.Join(", ", names)}.");
        List<string[]> rows = [];
        var number = 1;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            string[] cells = [.. CsvLine.Split(line, separator, number)];
            if (cells.Length != names.Length)
                throw new TableFault(number, 0, $"It has {cells.Length} columns, the header has {names.Length}. Write a value for each, or nothing between the commas.");
            rows.Add(cells);
        }

        RecordTable table = new(names, [.. names.Select(name => roles?.TryGetValue(name, out var role) == true ? role : FieldNames.RoleOf(name))], rows);
        if (!table.Roles.Any(role => role is FieldRole.GivenNames or FieldRole.Surname))
            throw new TableFault(1, 0, $"No column is known for a name. Say which with --field COLUMN=given or COLUMN=surname. There are: {string.Join(", ", names)}.");
        return rows.Count >= fewest ? table : throw new TableFault(fewest == 2 ? "The file holds fewer than two records: there is nothing to link." : "The file holds no record.");
    }
}
