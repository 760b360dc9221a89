using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Releases;
using Amparo.Statistics.Disclosure.Suppressing;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>
/// Tables as they are published: the columns of the counts and a number, or x where it is suppressed. A column holds a category, * where it is summed over,
/// A|B for some together, or !A for all but one.
/// </summary>
public static class ReleaseFile
{
    /// <summary>What stands for a suppressed number.</summary>
    public const string Gap = "x";

    /// <summary>Reads what was published, and finds its people in the truth.</summary>
    /// <exception cref="TableFault">The file is no such table, or a number of it is not the truth's.</exception>
    public static Release Read(string name, TextReader text, CountTable table)
    {
        var rows = SheetFile.Read(text);
        int[][] columns = [.. table.Dimensions.Select(dimension => dimension.Columns.Select(rows.Column).ToArray())];
        int[] others = [.. Enumerable.Range(0, rows.Names.Count).Except(columns.SelectMany(column => column))];
        if (others.Length != 1)
            throw new TableFault(1, 0, $"Beside {string.Join(", ", table.Dimensions.SelectMany(dimension => dimension.Columns))} there must be one column, the published number.");
        List<Figure> printed = [];
        List<Figure> gaps = [];
        foreach (var (line, cells) in rows.Lines)
        {
            var figure = table.Figure([.. table.Dimensions.Select((dimension, i) => Category(dimension, [.. columns[i].Select(column => cells[column])], line))]);
            var value = cells[others[0]];
            if (value == Gap)
                gaps.Add(figure);
            else if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw new TableFault(line, others[0] + 1, $"“{value}” is neither a number nor {Gap}.");
            else if (number != figure.Count)
                throw new TableFault(line, others[0] + 1, $"{figure} is published as {number}, the counts say {figure.Count}. Both must be of the same people.");
            else
                printed.Add(figure);
        }

        return new Release(name, printed, gaps);
    }

    /// <summary>Writes what may be published.</summary>
    public static string Write(CountTable table, Suppression suppression)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Dimensions.SelectMany(dimension => dimension.Columns).Append("n").Select(SheetFile.Quoted)).Append('\n');
        foreach (var row in suppression.Figures)
        {
            var number = row.Status == FigureStatus.Published ? row.Figure.Count.ToString(CultureInfo.InvariantCulture) : Gap;
            text.AppendJoin(',', row.Figure.Labels.Append(number).Select(SheetFile.Quoted)).Append('\n');
        }

        return text.ToString();
    }

    private static Category Category(Dimension dimension, string[] asked, int line)
    {
        int[] codes = [.. Enumerable.Range(0, dimension.Codes.Count).Where(code => asked.Zip(dimension.Codes[code].Labels).All(pair => Holds(pair.First, pair.Second)))];
        return codes.Length > 0
            ? new Category(asked, codes)
            : throw new TableFault(line, 0, $"Nobody is counted under {string.Join(" / ", dimension.Columns)} = {string.Join(" / ", asked)}. Is it written as in the counts?");
    }

    private static bool Holds(string asked, string label) =>
        asked == Disclosure.Category.All || (asked.StartsWith('!') ? asked[1..] != label : asked.Split('|').Contains(label, StringComparer.Ordinal));
}
