using System.Text.Json;

namespace Amparo.Platform.Packs;

/// <summary>The files of a pack as they were found, with what could not be read of them.</summary>
internal sealed class PackFiles
{
    private readonly string _directory;
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    public PackFiles(string directory)
    {
        _directory = directory;
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
                _broken.Add(file);
                Problems.Add(PackJson.Problem(file, error));
            }
        }
    }

    public SortedDictionary<string, JsonAt> Read { get; } = new(StringComparer.Ordinal);

    public List<PackProblem> Problems { get; } = [];

    public object? Typed(string file, Type type)
    {
        if (!Read.TryGetValue(file, out var root))
        {
            Missing(file);
            return null;
        }

        if (root.WithAllInside().SelectMany(value => value.Items).Prepend(root)
            .FirstOrDefault(value => value.Kind == JsonTokenType.Null) is { } nothing)
        {
            Problems.Add(new(file, nothing.Line, "“null” stands where an entry should.", "Take it out, or write the entry."));
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(PackJson.Bytes(Path.Combine(_directory, file)), type, PackJson.Options);
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
        var path = Path.Combine(_directory, AreaFile.Name);
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
        if (!_broken.Contains(file))
        {
            Problems.Add(new(file, 1, "The file is missing.", "Add it; the packs in the program's own packs folder show its shape."));
        }
    }
}
