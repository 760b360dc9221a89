using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Amparo.Platform.Protection;

namespace Amparo.Platform.Audit;

/// <summary>A key that signs seals (ECDSA P-256). In the database it lies wrapped by the master key.</summary>
/// <remarks>Its public half is taken from the unwrapped key, never from a column: who can write to the database alone cannot pass off a
/// key of their own. Who has the master key too can, and is found by the anchor.</remarks>
internal sealed class SealKey : IDisposable
{
    public const string NamePrefix = "audit-";

    /// <summary>The element that holds the key, wrapped.</summary>
    public const string Element = "sealKey";

    private readonly ECDsa _ecdsa;

    private SealKey(int version, ECDsa ecdsa)
    {
        (Version, _ecdsa) = (version, ecdsa);
        PublicKey = ecdsa.ExportSubjectPublicKeyInfo();
        Id = Convert.ToHexStringLower(SHA256.HashData(PublicKey).AsSpan(0, 8));
    }

    public int Version { get; }

    /// <summary>The first half of the public key's fingerprint.</summary>
    public string Id { get; }

    public byte[] PublicKey { get; }

    public static SealKey Make(int version) => new(version, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">The master key is another one than the key was wrapped with.</exception>
    public static SealKey Read(StoredKey stored, MasterKeyWrap wrap)
    {
        var xml = XElement.Parse(stored.Xml);
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(wrap.Unwrap(Convert.FromBase64String(xml.Value)), out _);
        return new SealKey(int.Parse(stored.Name[NamePrefix.Length..], CultureInfo.InvariantCulture), ecdsa);
    }

    public static SealKey? TryRead(StoredKey stored, MasterKeyWrap wrap)
    {
        try
        {
            return Read(stored, wrap);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or XmlException or OverflowException)
        {
            return null;
        }
    }

    public StoredKey Store(MasterKeyWrap wrap, DateTimeOffset now) => new()
    {
        Name = $"{NamePrefix}{Version.ToString("0000", CultureInfo.InvariantCulture)}",
        Xml = new XElement(Element, new XAttribute("id", Id), Convert.ToBase64String(wrap.Wrap(_ecdsa.ExportPkcs8PrivateKey()))).ToString(SaveOptions.DisableFormatting),
        At = now,
    };

    public byte[] Sign(SealHead head) => _ecdsa.SignData(head.Bytes(), HashAlgorithmName.SHA256);

    public bool HasSigned(SealHead head, byte[] signature) =>
        head.KeyId == Id && _ecdsa.VerifyData(head.Bytes(), signature, HashAlgorithmName.SHA256);

    /// <summary>For someone who holds the anchor and no key of ours.</summary>
    public static bool HasSigned(byte[] publicKey, SealHead head, byte[] signature)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            return ecdsa.VerifyData(head.Bytes(), signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Dispose() => _ecdsa.Dispose();
}
