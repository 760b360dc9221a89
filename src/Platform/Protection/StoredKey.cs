using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Platform.Protection;

/// <summary>A key as it lies in the database: wrapped by the master key, which never does. Its name begins with what it is for:
/// <c>ring-</c> seals fields and cookies, <c>index-</c> makes blind indexes, <c>audit-</c> signs.</summary>
[Bookkeeping]
internal sealed class StoredKey
{
    private static readonly HashSet<string> Wrapped = [MasterKeyWrap.Element, Audit.SealKey.Element, IndexKey.Element];

    public string Name { get; init; } = "";

    public string Xml { get; set; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>Whether the master key behind <paramref name="wrap"/> opens it. What holds no secret, a revocation, anybody opens.</summary>
    public bool OpensWith(MasterKeyWrap wrap)
    {
        try
        {
            Secrets(XElement.Parse(Xml)).ForEach(secret => wrap.Unwrap(Convert.FromBase64String(secret.Value)));
            return true;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or XmlException)
        {
            return false;
        }
    }

    /// <summary>Puts the same key under the present master key.</summary>
    /// <exception cref="CryptographicException">No master key of this node opens it.</exception>
    public void Rewrap(MasterKeyWrap wrap)
    {
        var xml = XElement.Parse(Xml);
        Secrets(xml).ForEach(secret => secret.Value = Convert.ToBase64String(wrap.Wrap(wrap.Unwrap(Convert.FromBase64String(secret.Value)))));
        Xml = xml.ToString(SaveOptions.DisableFormatting);
    }

    internal static void Map(EntityTypeBuilder<StoredKey> key)
    {
        key.ToTable("Keys");
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(100);
    }

    private static List<XElement> Secrets(XElement xml) => [.. xml.DescendantsAndSelf().Where(e => Wrapped.Contains(e.Name.LocalName))];
}
