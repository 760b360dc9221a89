using System.Globalization;

namespace Amparo.Platform.Packs;

/// <summary>Reads <c>areas.csv</c> line by line; the name stands last, so that it may hold a comma without quotes.</summary>
internal static class AreaFile
{
    public const string Name = "areas.csv";
    private const string Columns = "code,level,parent,seat,lat,lon,name";

    public static (IReadOnlyList<AreaRow> Rows, IReadOnlyList<PackProblem> Problems) Read(string path)
    {
        var rows = new List<AreaRow>();
        var problems = new List<PackProblem>();
        var lines = File.ReadAllLines(path);
        if (lines is [] || lines[0] != Columns)
        {
            problems.Add(new(Name, 1, "The first line does not name the columns.", $"Write: {Columns}"));
        }

        foreach (var (index, line) in lines.Index().Skip(1).Where(row => row.Item.Length > 0))
        {
            if (Parse(line.Split(',', 7)) is { } area)
            {
                rows.Add(new(index + 1, area));
            }
            else
            {
                problems.Add(new(Name, index + 1, $"“{line}” is not an area.", $"Give every area: {Columns}"));
            }
        }

        return (rows, problems);
    }

    private static Area? Parse(string[] cells) =>
        cells is [{ Length: > 0 } code, var level, var parent, var seat, var lat, var lon, { Length: > 0 } name]
        && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var depth)
        && Degrees(lat, 90, out var north)
        && Degrees(lon, 180, out var east)
            ? new Area(code, name, depth, parent is "" ? null : parent, north, east, seat is "" ? null : seat)
            : null;

    private static bool Degrees(string cell, double most, out double? degrees)
    {
        degrees = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
        return cell is "" || Math.Abs(degrees ?? double.MaxValue) <= most;
    }
}

internal sealed record AreaRow(int Line, Area Area);
