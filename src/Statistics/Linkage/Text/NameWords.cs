namespace Amparo.Statistics.Linkage.Text;

/// <summary>A name in words, where a particle belongs to the word that follows: <c>de la Cruz Ramos</c> is <c>delacruz</c>, <c>ramos</c>.</summary>
public static class NameWords
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "de", "del", "la", "las", "los", "el", "y", "e", "san", "santa", "van", "von", "da", "do", "dos", "di" };

    /// <param name="text">As somebody wrote it.</param>
    /// <returns>Words with ñ and without accents; empty where there are none.</returns>
    public static IReadOnlyList<string> OfSurname(string text)
    {
        List<string> words = [];
        var before = "";
        foreach (var word in PlainText.WithEnye(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "y" or "e" && words.Count > 0)
                continue;
            before += word;
            if (Particles.Contains(word))
                continue;
            words.Add(before);
            before = "";
        }

        if (before.Length > 0)
            words.Add(before);
        return words;
    }

    /// <summary>Given names; particles stand alone there and say nothing: <c>María del Carmen</c> is <c>maria</c>, <c>carmen</c>.</summary>
    public static IReadOnlyList<string> OfGivenNames(string text)
    {
        string[] words = PlainText.WithEnye(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] names = [.. words.Where(word => !Particles.Contains(word))];
        return names.Length > 0 ? names : words;
    }
}
