using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Amparo.Platform.Protection;

/// <summary>A key that makes blind indexes: random, versioned, wrapped by the master key in the database.</summary>
internal sealed class IndexKey
{
    public const string NamePrefix = "index-";

    /// <summary>The element that holds the key, wrapped.</summary>
    public const string Element = "indexKey";

    private readonly byte[] _key;

    private IndexKey(byte version, byte[] key) => (Version, _key) = (version, key);

    public byte Version { get; }

    public static IndexKey Make(int version) => new(checked((byte)version), RandomNumberGenerator.GetBytes(32));

    /// <exception cref="CryptographicException">No master key of this node opens it.</exception>
    public static IndexKey Read(StoredKey stored, MasterKeyWrap wrap) =>
        new(VersionOf(stored.Name), wrap.Unwrap(Convert.FromBase64String(XElement.Parse(stored.Xml).Value)));

    public static string NameOf(byte version) => NamePrefix + version.ToString("0000", CultureInfo.InvariantCulture);

    public static byte VersionOf(string name) => byte.Parse(name.AsSpan(NamePrefix.Length), CultureInfo.InvariantCulture);

    public StoredKey Store(MasterKeyWrap wrap, DateTimeOffset now) => new()
    {
        Name = NameOf(Version),
        Xml = new XElement(Element, Convert.ToBase64String(wrap.Wrap(_key))).ToString(SaveOptions.DisableFormatting),
        At = now,
    };

    /// <summary>The index of a value. The field takes part: the same number in two fields has two indexes.</summary>
    public BlindIndex Of(string field, string value)
    {
        var index = new byte[BlindIndex.Length];
        index[0] = Version;
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{field}\n{value}")).AsSpan(0, BlindIndex.Length - 1).CopyTo(index.AsSpan(1));
        return new BlindIndex(index);
    }
}
