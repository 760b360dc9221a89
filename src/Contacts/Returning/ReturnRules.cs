using Amparo.Platform.Packs;

namespace Amparo.Contacts.Returning;

/// <summary>How long a caller can be known again, and the words by which.</summary>
/// <param name="SecretMonths">For so long the words a caller was given bring them back.</param>
/// <param name="NumberMonths">For so long a contact is found by the number it came from.</param>
/// <param name="Words">Words that nobody mishears on a bad line, without accents; they are no secret, only their choice is.</param>
internal sealed record ReturnRules(int SecretMonths, int NumberMonths, IReadOnlyList<string> Words)
{
    public const string File = "contacts/returning.json";

    private const int Fewest = 128;
    private const int MostMonths = 120;

    public static IEnumerable<PackFlaw> Flaws(ReturnRules rules, Pack pack)
    {
        foreach (var (name, months) in ((string, int)[])[("secretMonths", rules.SecretMonths), ("numberMonths", rules.NumberMonths)])
        {
            if (months is < 1 or > MostMonths)
                yield return new PackFlaw(name, $"“{name}” is {months}.", $"Give a number of months from 1 to {MostMonths}.");
        }
        if (rules.Words.Count < Fewest)
            yield return new PackFlaw(rules.Words.FirstOrDefault() ?? "words", $"There are {rules.Words.Count} words.", $"Give at least {Fewest}: with fewer a caller has too many to remember.");
        foreach (var word in rules.Words.Where(w => w.Length is < 3 or > 10 || !w.All(char.IsAsciiLetterLower)))
            yield return new PackFlaw(word, $"“{word}” is no word for this.", "Use 3 to 10 small letters without accents.");
        foreach (var (one, other) in Alike(rules.Words))
            yield return new PackFlaw(other, $"“{other}” is too near to “{one}”.", "Take one of them out: a letter misheard must not make another word.");
    }

    private static IEnumerable<(string One, string Other)> Alike(IReadOnlyList<string> words) =>
        from one in words.Index()
        from other in words.Skip(one.Index + 1)
        where IsNear(one.Item, other)
        select (one.Item, other);

    // One letter changed, put in or left out, or none at all.
    private static bool IsNear(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var same = one.AsSpan().CommonPrefixLength(other);
        var a = one.AsSpan(same);
        var b = other.AsSpan(same);
        return a.IsEmpty || b.IsEmpty || a[1..].SequenceEqual(b[1..]) || a.SequenceEqual(b[1..]) || a[1..].SequenceEqual(b);
    }
}
