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

    /// <summary>The Dice coefficient of two of them.</summary>
    public double Dice(int one, int other) => DiceOf(PortableSharedBits.Of(Of(one), Of(other)), _bits[one] + _bits[other]);

    /// <summary>The Dice coefficients of an encoding with the first of the set.</summary>
    /// <param name="query">Of the same width.</param>
    /// <param name="likeness">Filled, in the order of the set; as many as are asked for.</param>
    /// <exception cref="ArgumentException">The width is another, or more are asked for than there are.</exception>
    public void Dice(ReadOnlySpan<ulong> query, Span<double> likeness)
    {
        if (query.Length != _words || likeness.Length > Count)
            throw new ArgumentException($"A query has {_words} words and there are {Count} to compare it with.", nameof(query));
        var bits = BitsOf(query);
        Span<ushort> shared = stackalloc ushort[Block];
        for (var from = 0; from < likeness.Length; from += Block)
        {
            var block = shared[..int.Min(Block, likeness.Length - from)];
            SharedBits.Count(query, _encodings.AsSpan(from * _words, block.Length * _words), block);
            for (var i = 0; i < block.Length; i++)
                likeness[from + i] = DiceOf(block[i], bits + _bits[from + i]);
        }
    }

    // Two without a bit have nothing alike.
    internal static double DiceOf(int shared, int bits) => bits == 0 ? 0 : 2.0 * shared / bits;

    private static int BitsOf(ReadOnlySpan<ulong> encoding)
    {
        var bits = 0;
        foreach (var word in encoding)
            bits += BitOperations.PopCount(word);
        return bits;
    }
}
