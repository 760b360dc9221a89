using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Amparo.Platform.Packs;

/// <summary>Finds areas while somebody types; keys are made once, and each search is one pass in order of importance.</summary>
internal sealed class AreaSearch
{
    private const int Ranks = 5;
    private readonly Entry[] _entries;

    public AreaSearch(IReadOnlyList<Area> areas, FrozenDictionary<string, string> paths)
    {
        var seats = areas.Select(area => area.Seat).ToHashSet();
        _entries =
        [
            .. areas
                .OrderBy(area => area.Level)
                .ThenBy(area => !seats.Contains(area.Code))
                .ThenBy(area => area.Name, StringComparer.Ordinal)
                .ThenBy(area => area.Code, StringComparer.Ordinal)
                .Select(area => new Entry(area, Plain(area.Name), Plain(area.Code), ' ' + Plain(paths[area.Code]))),
        ];
    }

    public IReadOnlyList<Area> Find(string? text, int limit)
    {
        var typed = Plain(text ?? "");
        if (typed.Length == 0 || limit <= 0)
        {
            return [];
        }

        var words = typed.Split(' ').Select(word => ' ' + word).ToArray();
        var found = Enumerable.Range(0, Ranks).Select(_ => new List<Area>()).ToArray();
        foreach (var entry in _entries)
        {
            if (Rank(entry, typed, words) is { } rank && found[rank].Count < limit)
            {
                found[rank].Add(entry.Area);
            }
        }

        return [.. found.SelectMany(areas => areas).Take(limit)];
    }

    private static int? Rank(Entry entry, string typed, string[] words) =>
        entry.Name == typed || entry.Code == typed ? 0
        : entry.Name.StartsWith(typed, StringComparison.Ordinal) ? 1
        : Array.TrueForAll(words, word => entry.Spaced.Contains(word, StringComparison.Ordinal)) ? 2
        : Array.Exists(words, word => entry.Spaced.Contains(word, StringComparison.Ordinal))
            && Array.TrueForAll(words, word => entry.Path.Contains(word, StringComparison.Ordinal)) ? 3
        : entry.Name.Contains(typed, StringComparison.Ordinal) || entry.Code.StartsWith(typed, StringComparison.Ordinal) ? 4
        : null;

    /// <summary>Lower case, without accents, and only single spaces between letters and digits.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain is [.., not ' '])
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    private sealed record Entry(Area Area, string Name, string Code, string Path)
    {
        public string Spaced { get; } = ' ' + Name;
    }
}
