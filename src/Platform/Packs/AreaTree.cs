using System.Collections.Frozen;

namespace Amparo.Platform.Packs;

/// <summary>The areas of the country, found by code, by place in the tree, or by the words people type.</summary>
public sealed class AreaTree
{
    /// <summary>Stands for the whole country where area codes are listed.</summary>
    public const string Everywhere = "*";

    private readonly FrozenDictionary<string, Area> _byCode;
    private readonly FrozenDictionary<string, string> _paths;
    private readonly ILookup<string?, Area> _byParent;
    private readonly AreaSearch _search;

    public AreaTree(IEnumerable<Area> areas)
    {
        All = [.. areas];
        _byCode = All.ToFrozenDictionary(area => area.Code, StringComparer.Ordinal);
        _byParent = All.ToLookup(area => area.Parent, StringComparer.Ordinal);
        _paths = All.ToFrozenDictionary(area => area.Code, area => string.Join(", ", Up(area.Code).Select(part => part.Name)));
        _search = new AreaSearch(All, _paths);
    }

    public IReadOnlyList<Area> All { get; }

    public Area? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public bool Knows(string code) => code == Everywhere || _byCode.ContainsKey(code);

    /// <summary>The parts of an area, or the biggest areas of all.</summary>
    public IEnumerable<Area> Inside(string? code = null) => _byParent[code];

    /// <summary>The area, then what it lies in, up to the biggest; nothing when the code is unknown.</summary>
    public IEnumerable<Area> Up(string? code)
    {
        for (var area = Find(code); area is not null; area = Find(area.Parent))
        {
            yield return area;
        }
    }

    /// <summary>The full name, smallest part first: “district, province, region”; the code itself when it is unknown.</summary>
    public string Path(string code) => _paths.GetValueOrDefault(code, code);

    /// <summary>Whether the inner area is the outer one or lies in it.</summary>
    public bool Contains(string outer, string inner) => outer == Everywhere || Up(inner).Any(area => area.Code == outer);

    /// <summary>Areas whose name, or whose name and surroundings, fit what was typed; best first, accents and case ignored.</summary>
    public IReadOnlyList<Area> Search(string? text, int limit = 10) => _search.Find(text, limit);
}
