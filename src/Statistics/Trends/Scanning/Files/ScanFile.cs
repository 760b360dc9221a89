using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Trends.Scanning.Files;

/// <summary>
/// Reads cases by place and, if it says so, by time: a header and a line for each, or for each case. Times are whole numbers or days (2026-01-31); those between the first and
/// the last that no line names are times without cases.
/// </summary>
public static class ScanFile
{
    private const int MostTimes = 100_000;

    /// <summary>Reads to the end.</summary>
    /// <param name="text">The file; stays open.</param>
    /// <param name="places">Where places lie, and how many live there where this file does not say it.</param>
    /// <param name="columns">Which columns are what.</param>
    /// <exception cref="TableFault">The file is not such a table, names an unknown place, or lacks a population.</exception>
    public static ScanTable Read(TextReader text, PlaceFile places, ScanColumns columns)
    {
        var sheet = SheetFile.Read(text);
        var place = PlaceFile.Find(sheet, columns.Place, ScanColumns.IsPlace) ?? throw new TableFault(1, 0, $"No column is known for the place. Name it with --place. There are: {string.Join(", ", sheet.Names)}.");
        var (time, count) = (PlaceFile.Find(sheet, columns.Time, ScanColumns.IsTime), PlaceFile.Find(sheet, columns.Cases, OverlapFile.IsNameOfCounts));
        var people = PlaceFile.Find(sheet, columns.Population, ScanColumns.IsPopulation);
        if (sheet.Lines.Count == 0)
            throw new TableFault("The file holds no line but its header.");
        var isDay = time is { } at && DateOnly.TryParseExact(sheet.Lines[0].Cells[at], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        int[] times = [.. sheet.Lines.Select(line => time is { } column ? Time(sheet, line, column, isDay) : 0)];
        var (first, span) = (times.Min(), times.Max() - (long)times.Min() + 1);
        if (span > MostTimes || span * places.Places.Count > int.MaxValue / 4)
            throw new TableFault($"From the first time to the last there are {span:N0}: too many. Is {sheet.Names[time!.Value]} the column of times? Name it with --time.");
        var known = places.Places.Select((one, index) => (one.Name, index)).ToDictionary(one => one.Name, one => one.index, StringComparer.Ordinal);
        var (cases, population) = (new int[places.Places.Count * (int)span], people is null ? null : Enumerable.Repeat(double.NaN, places.Places.Count * (int)span).ToArray());
        foreach (var (line, when) in sheet.Lines.Zip(times))
        {
            if (!known.TryGetValue(line.Cells[place], out var index))
                throw new TableFault(line.Number, place + 1, $"Where “{line.Cells[place]}” lies is not known. Add it to the places.");
            var cell = index * (int)span + when - first;
            cases[cell] += count is { } column ? Whole(sheet, line, column) : 1;
            if (people is { } of)
                population![cell] = PlaceFile.Number(sheet, line, of, 0);
        }

        if (population is not null && Array.FindIndex(population, double.IsNaN) is >= 0 and var missing)
            throw new TableFault($"There is no line for {places.Places[missing / (int)span].Name} at {Label(first + missing % (int)span, isDay)}, so its population then is not known. Write one, with 0 cases if there are none, or give the population with the places.");
        try
        {
            return new ScanTable(new ScanMap(places.Places, (int)span, cases, population ?? places.Population, places.IsGlobe), [.. Enumerable.Range(first, (int)span).Select(one => Label(one, isDay))]);
        }
        catch (ArgumentException wrong)
        {
            throw new TableFault(wrong.Message.Split(" (Parameter", 2)[0], wrong);
        }
    }

    private static string Label(int time, bool isDay) => isDay ? DateOnly.FromDayNumber(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{time}";

    private static int Time(SheetFile sheet, (int Number, string[] Cells) line, int column, bool isDay)
    {
        var cell = line.Cells[column];
        if (isDay && DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.DayNumber;
        return !isDay && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{cell}”; times are {(isDay ? "days, as 2026-01-31" : "whole numbers, or days as 2026-01-31")}, the same throughout.");
    }

    private static int Whole(SheetFile sheet, (int Number, string[] Cells) line, int column) =>
        int.TryParse(line.Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= ScanMap.MostCases
            ? value : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”; a number of cases is whole and 0 or more. Name the column with --count.");
}
