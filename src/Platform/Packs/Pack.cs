using System.Collections.Concurrent;
using System.Text.Json;

namespace Amparo.Platform.Packs;

/// <summary>A country as data: its areas, clocks and holidays, and the sections its modules read.</summary>
public sealed class Pack
{
    internal const string CountryFile = "pack.json";
    public const string ClocksFile = "clocks.json";
    internal const string HolidaysFile = "holidays.json";

    private readonly ConcurrentDictionary<(string File, Type Type), object> _sections = new();

    private Pack(string directory)
    {
        Directory = directory;
        Country = Read<Country>(CountryFile);
        Areas = new AreaTree(ReadAreas());
        Clocks = Read<List<ClockRule>>(ClocksFile);
        Calendar = new WorkingCalendar(Country, Read<List<HolidayRule>>(HolidaysFile));
    }

    public string Directory { get; }

    public Country Country { get; }

    public AreaTree Areas { get; }

    public IReadOnlyList<ClockRule> Clocks { get; }

    public WorkingCalendar Calendar { get; }

    /// <summary>Reads the pack in a folder; <see cref="PackCheck"/> says more about one that cannot be read.</summary>
    /// <exception cref="InvalidDataException">A file is missing or wrong.</exception>
    public static Pack Load(string directory) => new(Path.GetFullPath(directory));

    /// <summary>A section of the pack, read once.</summary>
    /// <exception cref="InvalidDataException">The file is missing or does not hold what is asked of it.</exception>
    public T Read<T>(string file)
        where T : class =>
        (T)_sections.GetOrAdd((file, typeof(T)), static (key, directory) => Read(directory, key.File, key.Type), Directory);

    /// <summary>The codes of a list, whichever module reads the rest of it.</summary>
    /// <exception cref="InvalidDataException">The file is missing or no list of entries with codes.</exception>
    public IReadOnlyList<string> CodesOf(string file) =>
        [.. Read<List<IReadOnlyDictionary<string, JsonElement>>>(file).Select(entry => entry.TryGetValue("code", out var code) && code.ValueKind == JsonValueKind.String
            ? code.GetString()!
            : throw new InvalidDataException($"{file}:1: An entry has no code."))];

    private static object Read(string directory, string file, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(PackJson.Bytes(Path.Combine(directory, file)), type, PackJson.Options)
                ?? throw new InvalidDataException($"{file}:1: The file says only “null”.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(PackJson.Problem(file, error).ToString(), error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{file}:1: The file is missing from the pack in {directory}.", error);
        }
    }

    private IEnumerable<Area> ReadAreas()
    {
        var path = Path.Combine(Directory, AreaFile.Name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{AreaFile.Name}:1: The file is missing from the pack in {Directory}.");
        }

        var (rows, problems) = AreaFile.Read(path);
        return problems.Concat(AreaRules.Problems(rows, Country.Areas)).FirstOrDefault() is { } problem
            ? throw new InvalidDataException(problem.ToString())
            : rows.Select(row => row.Area);
    }
}
