using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Commands.Stats;

/// <summary>Columns of a file as numbers, with line and column where one is none.</summary>
internal static class NumberColumns
{
    /// <summary>The column that was asked for; else one whose name is usual for counts, else the last.</summary>
    /// <exception cref="TableFault">There is none of that name.</exception>
    public static int OfCounts(SheetFile sheet, string? asked)
    {
        var guessed = sheet.Names.ToList().FindIndex(name => OverlapFile.IsNameOfCounts(name));
        return asked is not null ? sheet.Column(asked) : guessed >= 0 ? guessed : sheet.Names.Count - 1;
    }

    /// <exception cref="TableFault">The file has no line, or a cell is no number.</exception>
    public static double[] Read(SheetFile sheet, int column) => sheet.Lines.Count == 0
        ? throw new TableFault("The file holds no line but its header.")
        : [.. sheet.Lines.Select(line => double.TryParse(line.Cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”, which is no number. Write digits and a point, or name another column."))];

    /// <exception cref="TableFault">There is no such column, or a cell is no number.</exception>
    public static double[] Read(SheetFile sheet, string name) => Read(sheet, sheet.Column(name));
}
