using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>
/// What of a value is hashed: pieces, so that values which are nearly the same have nearly the same pieces. Normalised as for linking in clear text; what
/// that hears or knows (how a name sounds, what a familiar form stands for) is put into the pieces, since afterwards nobody can look it up.
/// </summary>
internal static class Pieces
{
    private const int YearsAround = 2;

    /// <summary>Pairs of letters, as written and as heard; of a familiar form, those of all names it stands for; of an initial, itself.</summary>
    public static IEnumerable<string> OfGivenName(Term word) =>
        word.Text.Length == 1 ? [$"_{word.Text}"]
        : word.Full is { } full ? full.SelectMany(name => Pairs(name).Concat(Pairs(SpanishSound.Key(name))))
        : OfSurname(word);

    /// <summary>Pairs of letters, as written and as heard.</summary>
    public static IEnumerable<string> OfSurname(Term word) => Pairs(word.Text).Concat(Pairs(word.Sound));

    /// <summary>Pairs of letters or digits, with the edges.</summary>
    public static IEnumerable<string> Pairs(string text)
    {
        var padded = $"_{text}_";
        return Enumerable.Range(0, padded.Length - 1).Select(at => padded.Substring(at, 2));
    }

    /// <summary>
    /// 23 pieces: the years around, each part, day and month as they may be turned round, parts together, and each digit in its place. How many of them
    /// two dates share falls from a slip (15) by two of the three parts (13 or 14) and the same year (about 11) to nothing but the century (about 3).
    /// </summary>
    public static IEnumerable<string> OfDate(Birth birth)
    {
        var (year, month, day) = (birth.Year, birth.Month, birth.Day);
        string[] parts = [$"y{year}", $"m{month}", $"d{day}", $"ym{year}-{month}", $"yd{year}-{day}"];
        string[] days = [.. Enumerable.Range(0, 3).Select(i => $"md{i}:{month}-{day}"), .. Enumerable.Range(0, 2).Select(i => $"turned{i}:{int.Min(month, day)}-{int.Max(month, day)}")];
        return [.. OfYear(year), .. parts, .. days, .. birth.Digits.Select((digit, place) => $"{place}:{digit}")];
    }

    /// <summary>The years around one: two that are a year apart share four of five (as in Vatsalan and Christen 2016).</summary>
    public static IEnumerable<string> OfYear(int year) => Enumerable.Range(year - YearsAround, 2 * YearsAround + 1).Select(near => $"near{near}");
}
