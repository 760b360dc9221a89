using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>
/// The secret that agencies which link share, and whoever links for them must never have: it decides which bits a piece of a value sets. By a keyed hash
/// for each piece and not by two hashes added up, whose pattern gives the piece away (Niedermeyer, Steinmetzer, Kroll and Schnell 2014).
/// </summary>
public sealed class EncodingKey
{
    /// <summary>As many bits as one hash gives places for.</summary>
    public const int MostBits = 16;

    private const int Fewest = 32;
    private readonly byte[] _secret;

    private EncodingKey(byte[] secret) => _secret = secret;

    /// <summary>Tells keys apart, so that files of two keys are not compared; nothing leads back from it.</summary>
    public string Name => Convert.ToHexStringLower(Hash("name", "")[..8]);

    /// <param name="text">32 random bytes or more in base64, as <c>amparo key new</c> writes them.</param>
    /// <exception cref="FormatException">It is not; the message says what to do.</exception>
    public static EncodingKey Parse(string text)
    {
        var secret = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), secret, out var length) && length >= Fewest
            ? new EncodingKey(secret[..length])
            : throw new FormatException($"It holds no key: {Fewest} random bytes or more in base64. Make one with: amparo key new");
    }

    /// <summary>The places of one piece of a value in a filter.</summary>
    /// <param name="domain">What kind of value: the same piece of another kind has other places.</param>
    /// <param name="piece">A pair of letters, a digit in its place.</param>
    /// <param name="places">Filled; up to <see cref="MostBits"/>.</param>
    /// <param name="width">Of the filter in bits: a power of two up to 65,536.</param>
    internal void Places(string domain, string piece, Span<ushort> places, int width)
    {
        var hash = Hash(domain, piece);
        for (var i = 0; i < places.Length; i++)
            places[i] = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(hash.AsSpan(2 * i)) & (width - 1));
    }

    // Nothing that people write holds the character 0, so no two of domain and piece read the same together.
    private byte[] Hash(string domain, string piece) => HMACSHA256.HashData(_secret, System.Text.Encoding.UTF8.GetBytes($"amparo.encoding.1\0{domain}\0{piece}"));
}
