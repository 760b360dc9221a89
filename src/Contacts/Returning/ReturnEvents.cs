using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Contacts.Returning;

public sealed record ReturnSecretMade(ContactId Contact, DateTimeOffset Until) : IEvent
{
    public Subject About => Contact;
}

/// <summary>The caller said the words of an earlier contact.</summary>
public sealed record ContactReturned(ContactId Contact, ContactId Earlier) : IEvent
{
    public Subject About => Contact;

    public Subject? Under => Earlier;
}

/// <summary>Words were entered that belong to no contact, or to one whose time is over. Which words is not kept.</summary>
public sealed record ReturnRefused(ContactId Contact, AgencyId Line) : IEvent
{
    public Subject About => Contact;

    public Subject? Under => Line;
}

public sealed record ContactUnlinked(ContactId Contact, ContactId Earlier) : IEvent
{
    public Subject About => Contact;

    public Subject? Under => Earlier;
}

/// <summary>Its time is over: the contact is no longer found by the number it came from.</summary>
public sealed record NumberForgotten(ContactId Contact) : IEvent
{
    public Subject About => Contact;
}
