using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Wraps the ring's keys with AES-256-GCM under the master key, so that the database holds no key in clear.</summary>
internal sealed class MasterKeyWrap(MasterKey master) : IXmlEncryptor
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var element = new XElement("masterKeyWrapped", Convert.ToBase64String(Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString()))));
        return new EncryptedXmlInfo(element, typeof(MasterKeyUnwrap));
    }

    public byte[] Wrap(byte[] plain)
    {
        var wrapped = new byte[NonceLength + TagLength + plain.Length];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(master.Derive("wrap.v1"), TagLength);
        aes.Encrypt(nonce, plain, wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength));
        return wrapped;
    }

    /// <exception cref="CryptographicException">The master key is another one than the database was made with.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        var plain = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(master.Derive("wrap.v1"), TagLength);
        aes.Decrypt(wrapped.AsSpan(0, NonceLength), wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength), plain);
        return plain;
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
