using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Amparo.Platform.Protection;

/// <summary>Seals words into a field of one record. Opening is the business of <see cref="Reveals"/>.</summary>
public sealed class Seals(IDataProtectionProvider ring)
{
    private readonly IDataProtector _fields = ring.CreateProtector("amparo.fields.v1");

    public Sealed Seal(Subject record, string field, string? words) =>
        string.IsNullOrEmpty(words) ? default : new Sealed(Bound(record, field).Protect(Encoding.UTF8.GetBytes(words)));

    /// <summary>Copies words from a field of one record into a field of another, without showing them to anybody: what a hand-over takes along.</summary>
    public Sealed Reseal(Subject from, string field, Sealed value, Subject to, string toField) => Seal(to, toField, Open(from, field, value));

    /// <summary>The key of the ring that seals now.</summary>
    internal Guid NewestKey() => CipherHead.KeyOf(_fields.Protect([]))!.Value;

    /// <summary>For secrets that the program itself uses and nobody reads: a TOTP key, a draft that goes back to who wrote it.</summary>
    internal string Open(Subject record, string field, Sealed value) =>
        value.IsEmpty ? "" : Encoding.UTF8.GetString(Bound(record, field).Unprotect(value.Cipher));

    // Bound to row and field: a ciphertext copied to another row or column does not open there.
    private IDataProtector Bound(Subject record, string field) => _fields.CreateProtector(record.Kind, field, record.Id.ToString("N"));
}
