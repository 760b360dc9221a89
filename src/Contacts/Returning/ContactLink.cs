using Amparo.Platform;
using Amparo.Platform.Data;

namespace Amparo.Contacts.Returning;

/// <summary>The caller of one contact is that of an earlier one: somebody heard the words. It moves no facts and gives no tie.</summary>
public sealed class ContactLink : IVersioned
{
    private ContactLink()
    {
    }

    public ContactId Contact { get; private init; }

    public ContactId Earlier { get; private init; }

    public DateTimeOffset LinkedAt { get; private set; }

    public DateTimeOffset? PartedAt { get; private set; }

    public int Version { get; private init; } = 1;

    internal static ContactLink Of(ContactId contact, ContactId earlier) => new() { Contact = contact, Earlier = earlier };

    internal ContactReturned Join(DateTimeOffset now)
    {
        (LinkedAt, PartedAt) = (now, null);
        return new ContactReturned(Contact, Earlier);
    }

    internal ContactUnlinked Part(DateTimeOffset now)
    {
        if (PartedAt is not null)
            throw new Refused("contact.unlink.already");
        PartedAt = now;
        return new ContactUnlinked(Contact, Earlier);
    }
}
