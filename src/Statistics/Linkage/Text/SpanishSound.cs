using System.Text;

namespace Amparo.Statistics.Linkage.Text;

/// <summary>
/// How a Spanish name sounds in Latin America, as a key: names that are said alike are written alike. The rules are our own; s, z and soft c are one
/// sound, b and v too, and an h is heard only in ch and before a u that glides (Huamán, Guamán, Waman).
/// </summary>
public static class SpanishSound
{
    /// <summary>The key in capitals; empty for an empty name.</summary>
    /// <param name="name">One word; accents do not matter, ñ does.</param>
    public static string Key(string name)
    {
        var text = PlainText.WithEnye(name).Replace(" ", "", StringComparison.Ordinal);
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var (sound, letters) = Sound(text, i);
            i += letters;
            foreach (var heard in sound)
            {
                if (key.Length == 0 || key[^1] != heard)
                    key.Append(heard);
            }
        }

        if (key.Length > 2 && key[^1] == 'D')
            key.Length--;
        return key.ToString();
    }

    private static (string Sound, int Letters) Sound(string text, int at)
    {
        var letter = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        var third = at + 2 < text.Length ? text[at + 2] : '\0';
        return letter switch
        {
            'c' when next == 'h' => ("X", 2),
            's' when next == 'h' => ("X", 2),
            'p' when next == 'h' => ("F", 2),
            'h' when next == 'u' && IsVowel(third) => ("W", 2),
            'g' when next == 'u' && third is 'a' or 'o' => ("W", 2),
            'w' => ("W", next == 'u' && IsVowel(third) ? 2 : 1),
            'h' => ("", 1),
            'b' or 'v' => ("B", 1),
            'c' when next is 'e' or 'i' or 'y' => ("S", 1),
            'z' or 's' => ("S", 1),
            'x' => (at == 0 ? "S" : "J", 1),
            'q' when next == 'u' && third is 'e' or 'i' or 'y' => ("K", 2),
            'q' or 'k' or 'c' => ("K", next == 'h' ? 2 : 1),
            'g' when next is 'e' or 'i' or 'y' => ("J", 1),
            'g' when next == 'u' && third is 'e' or 'i' or 'y' => ("G", 2),
            'j' => ("J", 1),
            'l' when next == 'l' && IsVowel(third) => ("Y", 2),
            'y' when IsVowel(next) => ("Y", 1),
            'i' when IsVowel(next) && at == 0 => ("Y", 1),
            'y' => ("I", 1),
            'ñ' => ("Ñ", 1),
            'n' when next == 'i' && IsVowel(third) => ("Ñ", 2),
            'n' when next is 'b' or 'p' or 'v' => ("M", 1),
            't' when next == 'h' => ("T", 2),
            _ => (char.ToUpperInvariant(letter).ToString(), 1),
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
