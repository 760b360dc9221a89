using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Wraps keys with AES-256-GCM under the master key, so that the database holds no key in clear.</summary>
/// <remarks>While the master key is rotated a node holds two: it wraps with the present one and opens what either has wrapped.</remarks>
internal sealed class MasterKeyWrap(Masters masters) : IXmlEncryptor
{
    /// <summary>The element that holds a key of the ring, wrapped.</summary>
    public const string Element = "masterKeyWrapped";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var element = new XElement(Element, Convert.ToBase64String(Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString()))));
        return new EncryptedXmlInfo(element, typeof(MasterKeyUnwrap));
    }

    public byte[] Wrap(byte[] plain)
    {
        var wrapped = new byte[NonceLength + TagLength + plain.Length];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(masters.Present.Derive("wrap.v1"), TagLength);
        aes.Encrypt(nonce, plain, wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength));
        return wrapped;
    }

    /// <exception cref="CryptographicException">It was wrapped under another master key than those of this node.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        if (wrapped.Length < NonceLength + TagLength)
            throw new CryptographicException("What is wrapped has been cut short.");
        byte[]? plain = null;
        return masters.Any(master => TryUnwrap(wrapped, master, out plain))
            ? plain!
            : throw new CryptographicException("It was wrapped under another master key.");
    }

    private static bool TryUnwrap(byte[] wrapped, MasterKey master, out byte[]? plain)
    {
        plain = new byte[wrapped.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(master.Derive("wrap.v1"), TagLength);
            aes.Decrypt(wrapped.AsSpan(0, NonceLength), wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength), plain);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}

/// <summary>The way back; the ring makes it by its type name, with the services alone.</summary>
internal sealed class MasterKeyUnwrap(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var wrap = services.GetRequiredService<MasterKeyWrap>();
        return XElement.Parse(Encoding.UTF8.GetString(wrap.Unwrap(Convert.FromBase64String(encryptedElement.Value))));
    }
}
