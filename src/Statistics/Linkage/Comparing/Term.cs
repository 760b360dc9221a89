using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>A value that records have, once for all of them. One that no record of the table has is made for a single search and has no number.</summary>
internal sealed class Term(string text, string sound, int number, BloomFilter? filter = null)
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

    /// <summary>Where the value is encoded, the only thing known of it.</summary>
    public BloomFilter? Filter { get; } = filter;

    /// <summary>How many records have it.</summary>
    public int Records { get; set; }
}

/// <summary>The values of one column, or of several that are compared with each other.</summary>
internal sealed class Vocabulary(bool isHeard, bool isEncoded = false)
{
    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);

    public int Count => _terms.Count;

    /// <summary>The value's term. While records are learned it is kept and counted.</summary>
    public Term Of(string text, bool learns)
    {
        if (!_terms.TryGetValue(text, out var term))
        {
            var number = learns ? _terms.Count : -1;
            term = isEncoded ? new Term(text, text, number, BloomFilter.Parse(text)) : new Term(text.Replace('ñ', 'n'), isHeard ? SpanishSound.Key(text) : text, number);
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
