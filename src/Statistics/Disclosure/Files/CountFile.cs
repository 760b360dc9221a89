using System.Globalization;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>
/// Reads counts: a header, then a line for each combination with its number of people, or a line for each person. Commas, semicolons or tabs; quotes as in
/// any CSV. No line of sums: those are made here.
/// </summary>
public static class CountFile
{
    /// <summary>Reads to the end.</summary>
    /// <exception cref="TableFault">The file is not such a table.</exception>
    public static CountTable Read(TextReader text, CountLayout layout)
    {
        var rows = SheetFile.Read(text);
        var count = layout.Count is { } named ? rows.Column(named) : Array.FindIndex([.. rows.Names], OverlapFile.IsNameOfCounts);
        var chains = Chains(rows, layout, count);
        List<(int[] Codes, int Count)> counted = [];
        var known = chains.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        List<string[]>[] labels = [.. chains.Select(_ => new List<string[]>())];
        foreach (var (line, cells) in rows.Lines)
        {
            var codes = new int[chains.Count];
            for (var i = 0; i < codes.Length; i++)
            {
                string[] path = [.. chains[i].Select(column => Label(cells[column], rows.Names[column], line, column))];
                if (!known[i].TryGetValue(string.Join('\n', path), out codes[i]))
                {
                    known[i][string.Join('\n', path)] = codes[i] = labels[i].Count;
                    labels[i].Add(path);
                }
            }

            counted.Add((codes, count < 0 ? 1 : Whole(cells[count], rows.Names[count], line, count)));
        }

        if (counted.Count == 0)
            throw new TableFault("The file holds no line but its header.");
        try
        {
            return new CountTable([.. chains.Select((chain, i) => Dimension([.. chain.Select(column => rows.Names[column])], labels[i]))],
                counted.Select(row => ((IReadOnlyList<int>)row.Codes, row.Count)));
        }
        catch (ArgumentException wrong)
        {
            throw new TableFault(wrong.Message.Split(" (Parameter", 2)[0], wrong);
        }
    }

    // Codes with equal beginnings lie in one group.
    private static Dimension Dimension(string[] columns, List<string[]> codes)
    {
        List<Category> groups = [];
        for (var depth = 1; depth < columns.Length; depth++)
        {
            foreach (var group in Enumerable.Range(0, codes.Count).GroupBy(code => string.Join('\n', codes[code].Take(depth)), StringComparer.Ordinal))
                groups.Add(new Category([.. codes[group.First()].Select((label, i) => i < depth ? label : Category.All)], [.. group]));
        }

        return new Dimension(columns, [.. codes.Select((labels, i) => new Category(labels, [i]))], groups);
    }

    private static List<int[]> Chains(SheetFile rows, CountLayout layout, int count)
    {
        int[] used = layout.Columns is { } named ? [.. named.Select(rows.Column)] : [.. Enumerable.Range(0, rows.Names.Count).Where(column => column != count)];
        if (used.Length == 0 || used.Contains(count))
            throw new TableFault(1, 0, "Beside the count there must be a column that divides the people. Name them with --columns.");
        List<int[]> nested = [.. (layout.Nested ?? []).Select(chain => (int[])[.. chain.Select(rows.Column)])];
        if (nested.SelectMany(chain => chain).Distinct().Count() < nested.Sum(chain => chain.Length))
            throw new TableFault(1, 0, "A column stands in two hierarchies, or twice in one.");
        List<int[]> chains = [];
        foreach (var column in used)
        {
            var chain = nested.Find(chain => chain.Contains(column)) ?? [column];
            if (!chains.Contains(chain))
                chains.Add(chain);
        }

        return chains;
    }

    private static string Label(string cell, string name, int line, int column) => cell.Length == 0 || cell == Category.All || cell.Contains('|') || cell[0] == '!'
        ? throw new TableFault(line, column + 1, $"{name} holds “{cell}”; a category is a word without |, not {Category.All} (sums are made here), and does not begin with an exclamation mark. Where nothing is known, write so.")
        : cell;

    private static int Whole(string cell, string name, int line, int column) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value : throw new TableFault(line, column + 1, $"{name} holds “{cell}”; a number of people is whole and 0 or more, written with digits alone.");
}
