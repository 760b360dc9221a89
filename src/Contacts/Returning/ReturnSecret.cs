using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Contacts.Returning;

/// <summary>By what the caller of a contact may come back, anonymous or not. It opens nothing: it says which contact it was of.</summary>
/// <remarks>The words are not kept, not even sealed. <see cref="Digest"/> is what the index is made of, sealed, so that rotation can make it anew.</remarks>
public sealed class ReturnSecret : IVersioned
{
    private ReturnSecret()
    {
    }

    public ContactId Contact { get; private init; }

    public Sealed Digest { get; private set; }

    public BlindIndex Index { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public int Version { get; private init; } = 1;

    internal static ReturnSecret Of(ContactId contact) => new() { Contact = contact };

    /// <summary>Other words take the place of those before.</summary>
    internal ReturnSecretMade Make(string digest, BlindIndex index, Seals seals, DateTimeOffset until)
    {
        (Digest, Index, Until) = (seals.Seal(Contact, nameof(Digest), digest), index, until);
        return new ReturnSecretMade(Contact, until);
    }
}
