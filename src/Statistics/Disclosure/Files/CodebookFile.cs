using Amparo.Statistics.Disclosure.Synthesis;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>Reads a codebook: a header <c>column,value</c> and a line for each value that a column may have; an empty value where nothing may be known.</summary>
public static class CodebookFile
{
    /// <summary>Reads to the end; columns stand in the order in which they first occur.</summary>
    /// <exception cref="TableFault">It is not a codebook.</exception>
    public static Codebook Read(TextReader text)
    {
        var sheet = SheetFile.Read(text);
        var (column, value) = (sheet.Column("column"), sheet.Column("value"));
        Dictionary<string, HashSet<string>> values = new(StringComparer.Ordinal);
        List<string> names = [];
        foreach (var (line, cells) in sheet.Lines)
        {
            if (cells[column].Length == 0)
                throw new TableFault(line, column + 1, "Say of which column it is a value.");
            if (values.TryAdd(cells[column], new(StringComparer.Ordinal)))
                names.Add(cells[column]);
            if (!values[cells[column]].Add(cells[value]))
                throw new TableFault(line, value + 1, $"{cells[column]} has the value “{cells[value]}” already. Leave the line out.");
        }

        return Made([.. names.Select(name => (name, (IReadOnlyList<string>)[.. values[name]]))]);
    }

    /// <summary>
    /// The values that occur in records. Only for columns whose values are published anyway, as the country's list of regions is: else the codebook itself
    /// tells that somebody has a rare one.
    /// </summary>
    /// <exception cref="TableFault">Too few or too many columns or values.</exception>
    public static Codebook Occurring(SheetFile sheet) => Made(
        [.. sheet.Names.Index().Select(name => (name.Item, (IReadOnlyList<string>)[.. sheet.Lines.Select(line => line.Cells[name.Index]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))]);

    private static Codebook Made(IReadOnlyList<(string, IReadOnlyList<string>)> columns)
    {
        try
        {
            return new Codebook(columns);
        }
        catch (ArgumentException wrong)
        {
            throw new TableFault(wrong.Message, wrong);
        }
    }
}
