using System.Buffers.Binary;
using System.Numerics;
using Amparo.Statistics.Linkage.Encoding.Kernels;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>A value of which only the bits are known that its pieces set (Bloom 1970; for linkage Schnell, Bachteler and Reiher 2009).</summary>
internal sealed class BloomFilter
{
    private readonly ulong[] _words;
    private readonly int _bits;
    private readonly double _pieces;

    private BloomFilter(ulong[] words)
    {
        _words = words;
        foreach (var word in words)
            _bits += BitOperations.PopCount(word);
        _pieces = PiecesOf(_bits);
    }

    public ReadOnlySpan<ulong> Words => _words;

    /// <exception cref="FormatException">The text is not whole words in base64.</exception>
    public static BloomFilter Parse(string text)
    {
        var bytes = Convert.FromBase64String(text);
        if (bytes.Length is 0 || bytes.Length % 8 != 0)
            throw new FormatException("An encoding has whole words of 64 bits.");
        return new BloomFilter([.. bytes.Chunk(8).Select(word => BinaryPrimitives.ReadUInt64LittleEndian(word))]);
    }

    /// <summary>The words in base64, the lowest byte first on every machine.</summary>
    public static string Write(ReadOnlySpan<ulong> words)
    {
        var bytes = new byte[words.Length * 8];
        for (var word = 0; word < words.Length; word++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * word), words[word]);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>
    /// The Dice coefficient of the pieces, and not of the bits: how many pieces set so many bits is estimated, so that bits shared by accident do not count
    /// (Swamidass and Baldi 2007). 0 to 1 but for the error of the estimate.
    /// </summary>
    public double Dice(BloomFilter other) => 2 * Shared(other) / (_pieces + other._pieces);

    /// <summary>The share of the pieces of the one with fewer that the other has too.</summary>
    public double Overlap(BloomFilter other) => Shared(other) / double.Min(_pieces, other._pieces);

    // How many hashes each piece has cancels out of every ratio.
    private double Shared(BloomFilter other) =>
        _pieces + other._pieces - PiecesOf(_bits + other._bits - PortableSharedBits.Of(_words, other._words));

    private double PiecesOf(int bits) => -Logarithms.OfFree(bits, _words.Length * 64);

    // ln of the share of bits that is free, by the number set.
    private static class Logarithms
    {
        private static readonly double[] Of256 = Table(256);

        public static double OfFree(int bits, int width) => width == 256 ? Of256[bits] : Of(bits, width);

        private static double[] Table(int width) => [.. Enumerable.Range(0, width + 1).Select(bits => Of(bits, width))];

        private static double Of(int bits, int width) => Elementary.Log((width - double.Min(bits, width - 0.5)) / width);
    }
}
