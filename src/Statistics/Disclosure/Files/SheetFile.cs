using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>A CSV file as it stands: names, and lines with as many cells.</summary>
/// <param name="Names">The header.</param>
/// <param name="Lines">Each with its number in the file, from 2.</param>
public sealed record SheetFile(IReadOnlyList<string> Names, IReadOnlyList<(int Number, string[] Cells)> Lines)
{
    /// <summary>Reads to the end; empty lines are passed over.</summary>
    /// <exception cref="TableFault">The file is empty, a name stands twice, or a line has another length.</exception>
    public static SheetFile Read(TextReader text)
    {
        var header = text.ReadLine()?.TrimStart('\uFEFF') ?? throw new TableFault(1, 0, "The file is empty. It begins with a line that names the columns.");
        var separator = ";\t".FirstOrDefault(header.Contains, ',');
        string[] names = [.. CsvLine.Split(header, separator, 1)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new TableFault(1, 0, "Two columns have the same name. Give each its own.");
        List<(int, string[])> lines = [];
        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            string[] cells = [.. CsvLine.Split(line, separator, number)];
            if (cells.Length != names.Length)
                throw new TableFault(number, 0, $"It has {cells.Length} columns, the header has {names.Length}. Write a value for each.");
            lines.Add((number, cells));
        }

        return new SheetFile(names, lines);
    }

    /// <summary>The index of a column.</summary>
    /// <exception cref="TableFault">There is none of that name.</exception>
    public int Column(string name)
    {
        var found = Names.ToList().IndexOf(name);
        return found >= 0 ? found : throw new TableFault(1, 0, $"There is no column {name}. There are: {string.Join(", ", Names)}.");
    }

    /// <summary>A cell as it is written: in quotes where it must be.</summary>
    internal static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n;\t") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
