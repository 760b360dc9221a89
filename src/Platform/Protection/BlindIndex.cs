using System.Security.Cryptography;
using System.Text;

namespace Amparo.Platform.Protection;

/// <summary>A keyed hash by which a high-entropy value (a telephone number, a document) can be found without being stored.</summary>
/// <remarks>HMAC-SHA256 cut to 16 bytes, preceded by the key's version, so that old rows still say which key they need. Names and
/// other guessable values are never indexed: whoever held the key could try them all.</remarks>
public sealed class BlindIndex(MasterKey master)
{
    public const byte Version = 1;

    private readonly byte[] _key = master.Derive($"index.v{Version}");

    public byte[] Of(string field, string value)
    {
        var message = Encoding.UTF8.GetBytes($"{field}\n{value}");
        var index = new byte[17];
        index[0] = Version;
        HMACSHA256.HashData(_key, message).AsSpan(0, 16).CopyTo(index.AsSpan(1));
        return index;
    }

    /// <summary>A telephone number's digits with the country's prefix taken off, so that however it was typed it is found.</summary>
    public static string Telephone(string typed, string countryPrefix)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length > 9 && digits.StartsWith(countryPrefix, StringComparison.Ordinal) ? digits[countryPrefix.Length..] : digits;
    }
}
