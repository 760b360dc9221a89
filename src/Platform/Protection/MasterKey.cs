using System.Security.Cryptography;
using System.Text;

namespace Amparo.Platform.Protection;

/// <summary>The key outside the database that wraps every key inside it. 32 bytes or more, base64.</summary>
/// <remarks>Attack model: a stolen database without this key shows no protected word, no telephone number, no TOTP secret. A stolen
/// database together with the running application's secrets shows everything: keep the key in another place, and back it up apart.</remarks>
public sealed class MasterKey
{
    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes) => _bytes = bytes;

    /// <exception cref="FormatException">The text is not base64 of at least 32 bytes.</exception>
    public static MasterKey Parse(string text)
    {
        var bytes = Convert.FromBase64String(text.Trim());
        return bytes.Length >= 32 ? new MasterKey(bytes) : throw new FormatException("The master key needs at least 32 bytes.");
    }

    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Tells master keys apart without showing them: nothing leads back from it.</summary>
    internal Guid Id => new(Derive("id.v1", 16));

    internal byte[] Derive(string purpose, int length = 32) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, length, salt: null, info: Encoding.UTF8.GetBytes($"amparo.{purpose}"));
}
