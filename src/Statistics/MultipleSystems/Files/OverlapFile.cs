using System.Globalization;

namespace Amparo.Statistics.MultipleSystems.Files;

/// <summary>
/// Reads overlap tables: a header, then a line for each combination of lists (0 or 1 in each list's column) with its number of cases, or a line for
/// each case. Commas, semicolons or tabs; quotes as in any CSV. Line by line, so that memory grows with combinations and not with lines.
/// </summary>
public static class OverlapFile
{
    private static readonly string[] NamesOfCounts = ["n", "count", "freq", "frequency", "cases", "total", "casos", "conteo", "frecuencia", "cantidad"];

    /// <summary>Whether a column of this name is taken for counts where nothing else is said.</summary>
    public static bool IsNameOfCounts(string name) => NamesOfCounts.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <param name="layout">Which columns are what.</param>
    /// <exception cref="TableFault">The file is not such a table.</exception>
    public static OverlapTable Read(TextReader text, OverlapLayout layout)
    {
        var header = text.ReadLine()?.TrimStart('\uFEFF') ?? throw new TableFault(1, 0, "The file is empty. It begins with a line that names the lists.");
        var separator = ";\t".FirstOrDefault(header.Contains, ',');
        string[] names = [.. CsvLine.Split(header, separator, 1)];
        var count = CountColumn(names, layout);
        var lists = ListColumns(names, layout, count);
        // Until the last column is known to be a count, it is kept apart.
        var isUnsure = count < 0 && layout.Lists is null && lists.Count > OverlapTable.FewestLists;
        var unsure = isUnsure ? lists[^1] : -1;
        Dictionary<(int History, int Value), long> rows = [];
        var number = 1;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            string[] cells = [.. CsvLine.Split(line, separator, number)];
            if (cells.Length != names.Length)
                throw new TableFault(number, 0, $"It has {cells.Length} columns, the header has {names.Length}. Write a value for each.");
            var history = 0;
            for (var list = 0; list < lists.Count - (isUnsure ? 1 : 0); list++)
                history |= Bit(cells[lists[list]], names[lists[list]], number, lists[list]) << list;
            var value = count >= 0 ? Whole(cells[count], names[count], number, count) : isUnsure ? Whole(cells[unsure], names[unsure], number, unsure) : 1;
            if (history == 0 && count >= 0 && value > 0)
                throw new TableFault(number, 0, "Cases on no list cannot have been seen. Leave this line out: their number is what is estimated.");
            rows[(history, value)] = rows.GetValueOrDefault((history, value)) + 1;
        }

        if (isUnsure && rows.Keys.All(row => row.Value is 0 or 1))
            return Table([.. lists.Select(list => names[list])], rows.Select(row => (row.Key.History | (row.Key.Value << (lists.Count - 1)), row.Value)));
        return Table([.. (isUnsure ? lists.SkipLast(1) : lists).Select(list => names[list])], rows.Select(row => (row.Key.History, row.Key.Value * row.Value)));
    }

    private static OverlapTable Table(IReadOnlyList<string> names, IEnumerable<(int History, long Cases)> rows)
    {
        if (names.Count > OverlapTable.MostLists)
            throw new TableFault(1, 0, $"It names {names.Count} lists; there may be {OverlapTable.MostLists}. Choose columns with --lists A,B,C.");
        Dictionary<int, long> sums = [];
        foreach (var (history, cases) in rows.Where(row => row.Cases > 0))
            sums[history] = sums.GetValueOrDefault(history) + cases;
        if (sums.ContainsKey(0))
            throw new TableFault("Some lines are of no list at all. Such cases cannot have been seen: leave them out.");
        if (sums.Count == 0)
            throw new TableFault("The file holds no case. Are the counts in the column that --count names?");
        if (sums.Values.Sum() > 100_000_000)
            throw new TableFault("More than 100,000,000 cases: is the count's column the right one? Name it with --count.");
        return new OverlapTable(names, sums.Select(sum => KeyValuePair.Create(sum.Key, (int)sum.Value)));
    }

    private static int CountColumn(string[] names, OverlapLayout layout)
    {
        if (layout.Count is null)
            return Array.FindIndex(names, name => layout.Lists?.Contains(name) != true && IsNameOfCounts(name));
        var found = Array.IndexOf(names, layout.Count);
        return found >= 0 ? found : throw new TableFault(1, 0, $"There is no column {layout.Count}. There are: {string.Join(", ", names)}.");
    }

    private static List<int> ListColumns(string[] names, OverlapLayout layout, int count)
    {
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new TableFault(1, 0, "Two columns have the same name. Give each its own.");
        List<int> lists = layout.Lists is { } asked
            ? [.. asked.Select(name => Array.IndexOf(names, name) is >= 0 and var at ? at : throw new TableFault(1, 0, $"There is no column {name}. There are: {string.Join(", ", names)}."))]
            : [.. Enumerable.Range(0, names.Length).Where(column => column != count)];
        return lists.Count is >= OverlapTable.FewestLists and <= OverlapTable.MostLists + 1
            ? lists
            : throw new TableFault(1, 0, $"It names {lists.Count} lists; there must be {OverlapTable.FewestLists} to {OverlapTable.MostLists}. Choose columns with --lists A,B,C.");
    }

    private static int Bit(string cell, string name, int line, int column) => cell switch
    {
        "0" => 0,
        "1" => 1,
        _ => throw new TableFault(line, column + 1, $"{name} holds “{cell}”; a list's column holds 1 (is on it) or 0. Choose the lists with --lists A,B,C, or the count with --count."),
    };

    private static int Whole(string cell, string name, int line, int column) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value : throw new TableFault(line, column + 1, $"{name} holds “{cell}”; a number of cases is whole and 0 or more, written with digits alone.");
}
