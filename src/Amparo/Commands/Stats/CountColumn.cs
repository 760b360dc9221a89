using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Commands.Stats;

/// <summary>A series: one column of a file, in the order of its lines.</summary>
internal static class CountColumn
{
    public static int[] Read(TextReader text, string? asked)
    {
        var sheet = SheetFile.Read(text);
        var column = NumberColumns.OfCounts(sheet, asked);
        return [.. sheet.Lines.Select(line => int.TryParse(line.Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”; a number of cases is whole and 0 or more. Name the column with --count."))];
    }
}
