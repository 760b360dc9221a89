namespace Amparo.Platform.Packs;

/// <summary>Looks for everything wrong in a pack before anybody depends on it.</summary>
public static class PackCheck
{
    /// <summary>All problems of the pack in a folder, by file and line; none when it is sound.</summary>
    /// <param name="sections">The files the modules read, as their manifests name them.</param>
    /// <param name="events">All events that can happen: their names, and the records that say what they say.</param>
    public static IReadOnlyList<PackProblem> Run(
        string directory, IReadOnlyCollection<PackSection> sections, IReadOnlyDictionary<string, Type> events)
    {
        var files = new PackFiles(directory);
        var country = files.Typed(Pack.CountryFile, typeof(Country)) as Country;
        var clocks = files.Typed(Pack.ClocksFile, typeof(List<ClockRule>)) as List<ClockRule>;
        var holidays = files.Typed(Pack.HolidaysFile, typeof(List<HolidayRule>)) as List<HolidayRule>;
        var contents = sections.Select(section => (section, content: files.Typed(section.File, section.Type))).ToList();
        var areas = files.Areas(country?.Areas);
        files.Problems.AddRange(
        [
            .. files.Read.SelectMany(file => CommonRules.Problems(file.Key, file.Value, country?.Languages ?? [], areas)),
            .. clocks?.SelectMany(rule => ClockRules.Problems(rule, events.Keys, files.Read[Pack.ClocksFile]).Concat(ClockConditions.Problems(rule, events, files))) ?? [],
            .. holidays?.SelectMany(rule => HolidayRules.Problems(rule, files.Read[Pack.HolidaysFile])) ?? [],
            .. country is null ? [] : CountryRules.Problems(country, files),
        ]);
        if (files.Problems.Count == 0)
        {
            var pack = Pack.Load(directory);
            files.Problems.AddRange(contents.SelectMany(pair => Flaws(pair.section, pair.content!, pack, files)));
        }

        // Two may read the same file.
        return [.. files.Problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static IReadOnlyList<PackProblem> Flaws(PackSection section, object content, Pack pack, PackFiles files)
    {
        try
        {
            return
            [
                .. section.Check?.Invoke(content, pack).Select(flaw =>
                    new PackProblem(section.File, files.Read[section.File].LineOf(flaw.Code, flaw.Within), flaw.Message, flaw.Remedy)) ?? [],
            ];
        }
        catch (InvalidDataException error)
        {
            return [new(section.File, 1, $"It could not be compared with another file: {error.Message}", "Correct that file first.")];
        }
    }
}
