using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Trends.Scanning.Files;

/// <summary>Reads where places lie and, if it says so, how many live there: a header and a line for each place, with x and y, or latitude and longitude.</summary>
public sealed class PlaceFile
{
    private PlaceFile(IReadOnlyList<Place> places, IReadOnlyList<double>? population, bool isGlobe) => (Places, Population, IsGlobe) = (places, population, isGlobe);

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>In the same order; nothing where the file has no such column.</summary>
    public IReadOnlyList<double>? Population { get; }

    /// <summary>Whether it has latitudes and longitudes.</summary>
    public bool IsGlobe { get; }

    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <param name="columns">Which columns are what.</param>
    /// <exception cref="TableFault">The file is not such a table, or names a place twice.</exception>
    public static PlaceFile Read(TextReader text, ScanColumns columns)
    {
        var sheet = SheetFile.Read(text);
        var place = Find(sheet, columns.Place, ScanColumns.IsPlace) ?? throw new TableFault(1, 0, $"No column is known for the place. Name it with --place. There are: {string.Join(", ", sheet.Names)}.");
        var (longitude, latitude) = (Find(sheet, null, ScanColumns.IsLongitude), Find(sheet, null, ScanColumns.IsLatitude));
        var isGlobe = longitude is not null && latitude is not null;
        var (x, y) = isGlobe ? (longitude, latitude) : (Find(sheet, null, name => name is "x" or "X"), Find(sheet, null, name => name is "y" or "Y"));
        if (x is null || y is null)
            throw new TableFault(1, 0, $"Places need columns latitude and longitude (degrees), or x and y. There are: {string.Join(", ", sheet.Names)}.");
        var people = Find(sheet, columns.Population, ScanColumns.IsPopulation);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (number, cells) in sheet.Lines)
        {
            if (!seen.Add(cells[place]))
                throw new TableFault(number, place + 1, $"The place “{cells[place]}” stands twice. Write a line for each place; where FILE has times, give the places a file of their own (--places).");
        }

        return new PlaceFile([.. sheet.Lines.Select(line => new Place(line.Cells[place], Number(sheet, line, x.Value, -1e9), Number(sheet, line, y.Value, -1e9)))],
            people is null ? null : [.. sheet.Lines.Select(line => Number(sheet, line, people.Value, 0))], isGlobe);
    }

    internal static int? Find(SheetFile sheet, string? asked, Func<string, bool> isUsual)
    {
        var found = sheet.Names.ToList().FindIndex(name => isUsual(name));
        return asked is not null ? sheet.Column(asked) : found >= 0 ? found : null;
    }

    internal static double Number(SheetFile sheet, (int Number, string[] Cells) line, int column, double least) =>
        double.TryParse(line.Cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= 1e12
            ? value : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”; write a number{(least == 0 ? ", 0 or more" : "")}, with a point.");
}
