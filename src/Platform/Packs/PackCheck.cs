using System.Text.Json;

namespace Amparo.Platform.Packs;

/// <summary>Looks for everything wrong in a pack before anybody depends on it.</summary>
public static class PackCheck
{
    /// <summary>All problems of the pack in a folder, by file and line; none when it is sound.</summary>
    /// <param name="sections">The files the modules read, as their manifests name them.</param>
    /// <param name="events">The names of all events that can happen.</param>
    public static IReadOnlyList<PackProblem> Run(
        string directory, IReadOnlyCollection<PackSection> sections, IReadOnlyCollection<string> events)
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
            .. clocks?.SelectMany(rule => ClockRules.Problems(rule, events, files.Read[Pack.ClocksFile])) ?? [],
            .. holidays?.SelectMany(rule => HolidayRules.Problems(rule, files.Read[Pack.HolidaysFile])) ?? [],
            .. country is null ? [] : CountryRules.Problems(country, files),
        ]);
        if (files.Problems.Count == 0)
        {
            var pack = Pack.Load(directory);
            files.Problems.AddRange(contents.SelectMany(pair => Flaws(pair.section, pair.content!, pack, files)));
        }

        return [.. files.Problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static IEnumerable<PackProblem> Flaws(PackSection section, object content, Pack pack, PackFiles files) =>
        section.Check?.Invoke(content, pack).Select(flaw =>
            new PackProblem(section.File, files.Read[section.File].LineOf(flaw.Code), flaw.Message, flaw.Remedy)) ?? [];
}

/// <summary>The files of a pack as they were found, with what could not be read of them.</summary>
internal sealed class PackFiles
{
    private readonly string directory;

    public PackFiles(string directory)
    {
        this.directory = directory;
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        foreach (var path in Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.json", options) : [])
        {
            var file = Path.GetRelativePath(directory, path).Replace('\\', '/');
            try
            {
                Read[file] = JsonAt.Read(PackJson.Bytes(path));
            }
            catch (JsonException error)
            {
                broken.Add(file);
                Problems.Add(PackJson.Problem(file, error));
            }
        }
    }

    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    public SortedDictionary<string, JsonAt> Read { get; } = new(StringComparer.Ordinal);

    public List<PackProblem> Problems { get; } = [];

    public object? Typed(string file, Type type)
    {
        if (!Read.ContainsKey(file))
        {
            Missing(file);
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(PackJson.Bytes(Path.Combine(directory, file)), type, PackJson.Options);
        }
        catch (JsonException error)
        {
            Problems.Add(PackJson.Problem(file, error));
            return null;
        }
    }

    /// <summary>The codes of all areas that could be read, or null when the file is not there.</summary>
    public HashSet<string>? Areas(AreaScheme? scheme)
    {
        var path = Path.Combine(directory, AreaFile.Name);
        if (!File.Exists(path))
        {
            Missing(AreaFile.Name);
            return null;
        }

        var (rows, problems) = AreaFile.Read(path);
        Problems.AddRange(problems);
        Problems.AddRange(scheme is null ? [] : AreaRules.Problems(rows, scheme));
        return [.. rows.Select(row => row.Area.Code)];
    }

    private void Missing(string file)
    {
        if (!broken.Contains(file))
        {
            Problems.Add(new(file, 1, "The file is missing.", "Add it; the packs in the program's own packs folder show its shape."));
        }
    }
}
