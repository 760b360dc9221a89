using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Linkage.Files;

/// <summary>Who each record is of, to see how right a linking was: a file with the columns <c>record</c> and <c>person</c>.</summary>
public static class TruthFile
{
    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <param name="ids">What the records are called, in the order of the table.</param>
    /// <returns>The person of each record, in that order.</returns>
    /// <exception cref="TableFault">The file is not such a table, names a record twice, or leaves one out; or two records are called the same.</exception>
    public static IReadOnlyList<string> Read(TextReader text, IReadOnlyList<string> ids)
    {
        var sheet = SheetFile.Read(text);
        var (record, person) = (sheet.Column("record"), sheet.Column("person"));
        Dictionary<string, string> persons = new(StringComparer.Ordinal);
        foreach (var (number, cells) in sheet.Lines)
        {
            if (!persons.TryAdd(cells[record], cells[person]))
                throw new TableFault(number, record + 1, $"{cells[record]} stood before. Name each record once.");
        }

        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!met.Add(id))
                throw new TableFault($"Two records are called {id}, so the truth cannot be told. Give each its own name.");
            if (!persons.ContainsKey(id))
                throw new TableFault($"It does not say who {id} is. Add a line for each record.");
        }

        return [.. ids.Select(id => persons[id])];
    }
}
