using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>A value that records have, once for all of them. One that no record of the table has is made for a single search and has no number.</summary>
internal sealed class Term(string text, string sound, int number)
{
    public string Text { get; } = text;

    /// <summary>How it is heard; the text itself where that means nothing.</summary>
    public string Sound { get; } = sound;

    /// <summary>From 0; -1 for a stranger.</summary>
    public int Number { get; } = number;

    /// <summary>The names it may stand for as a familiar form; nothing where it is none.</summary>
    public IReadOnlyList<string>? Full { get; } = Nicknames.FullOf(text) is var full && full.Count == 1 && full[0] == text ? null : full;

    /// <summary>Which letters are in it, one bit each: what two texts cannot share is seen without reading them.</summary>
    public ulong Letters { get; } = text.Aggregate(0UL, (letters, letter) => letters | 1UL << (letter & 63));

    /// <summary>How many records have it.</summary>
    public int Records { get; set; }
}

/// <summary>The values of one column, or of several that are compared with each other.</summary>
internal sealed class Vocabulary(bool isHeard)
{
    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);

    public int Count => _terms.Count;

    /// <summary>The value's term. While records are learned it is kept and counted.</summary>
    public Term Of(string text, bool learns)
    {
        if (!_terms.TryGetValue(text, out var term))
        {
            term = new Term(text.Replace('ñ', 'n'), isHeard ? SpanishSound.Key(text) : text, learns ? _terms.Count : -1);
            if (learns)
                _terms.Add(text, term);
        }

        if (learns)
            term.Records++;
        return term;
    }

    /// <summary>The chance that two records at random have one value: the sum of the squares of the shares.</summary>
    public double Chance(int records) => _terms.Values.Sum(term => (double)term.Records * term.Records) / ((double)records * records);
}
