using System.Numerics;
using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Encoding.Kernels;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>One encoding that is like another.</summary>
/// <param name="Record">Its place in the set, from 0.</param>
/// <param name="Dice">Twice the bits that both have over the bits of each: 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Neighbour(int Record, double Dice);

/// <summary>Encodings of one width, packed one behind the other, in which the likest are found by looking at every one of them.</summary>
public sealed class EncodingSet
{
    // So many at once that their counts stay in the nearest cache.
    private const int Block = 2048;
    private readonly ulong[] _encodings;
    private readonly ushort[] _bits;
    private readonly int _words;

    /// <param name="words">The width of each in words of 64 bits: 1 to <see cref="SharedBits.MostWords"/>.</param>
    /// <param name="encodings">Whole encodings; the set keeps the array.</param>
    /// <exception cref="ArgumentException">The width is out of range, or the array holds a part of an encoding.</exception>
    public EncodingSet(int words, ulong[] encodings)
    {
        if (words is < 1 or > SharedBits.MostWords || encodings.Length % words != 0)
            throw new ArgumentException($"{encodings.Length} words are no whole encodings of {words} words (1 to {SharedBits.MostWords}).", nameof(encodings));
        (_words, _encodings, _bits) = (words, encodings, new ushort[encodings.Length / words]);
        for (var record = 0; record < _bits.Length; record++)
            _bits[record] = (ushort)BitsOf(Of(record));
    }

    /// <summary>How many there are.</summary>
    public int Count => _bits.Length;

    /// <summary>One of them.</summary>
    /// <param name="record">From 0.</param>
    public ReadOnlySpan<ulong> Of(int record) => _encodings.AsSpan(record * _words, _words);

    /// <summary>The likest first; of those that are as like, the earlier in the set. As many as are asked for, or all where there are fewer.</summary>
    /// <param name="query">An encoding of the same width.</param>
    /// <param name="most">1 or more.</param>
    /// <exception cref="ArgumentException">The width is another, or none is asked for.</exception>
    public IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<ulong> query, int most)
    {
        if (query.Length != _words || most < 1)
            throw new ArgumentException($"A query has {_words} words and asks for 1 or more, not {query.Length} words and {most}.", nameof(query));
        var bits = BitsOf(query);
        NearestSoFar nearest = new(int.Min(most, Count), bits, _words * 64);
        Span<ushort> shared = stackalloc ushort[Block];
        for (var from = 0; from < Count; from += Block)
        {
            var block = shared[..int.Min(Block, Count - from)];
            SharedBits.Count(query, _encodings.AsSpan(from * _words, block.Length * _words), block);
            nearest.Add(from, block, _bits.AsSpan(from, block.Length));
        }

        return nearest.Take();
    }

    private static int BitsOf(ReadOnlySpan<ulong> encoding)
    {
        var bits = 0;
        foreach (var word in encoding)
            bits += BitOperations.PopCount(word);
        return bits;
    }
}
