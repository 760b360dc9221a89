using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Referrals.Links;

/// <summary>A notice with a link left for the office's first (1) or second (2) contact.</summary>
public sealed record LinkSent(LinkId Link, ReferralId Referral, int DutyContact) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>Somebody of the line took a code to read it out.</summary>
public sealed record LinkCodeRead(LinkId Link, ReferralId Referral) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>A wrong code, and how many there were by now.</summary>
public sealed record LinkTried(LinkId Link, ReferralId Referral, int Tries) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>The last wrong code: the link opens nothing any more.</summary>
public sealed record LinkBlocked(LinkId Link, ReferralId Referral) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>The right code: the office works with it for half an hour.</summary>
public sealed record LinkOpened(LinkId Link, ReferralId Referral) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>The office said that it was done.</summary>
public sealed record LinkLeft(LinkId Link, ReferralId Referral) : IEvent
{
    public Subject About => Link;

    public Subject? Under => Referral;
}

/// <summary>Somebody asks for a fresh link: the line, or anybody who knows the spoken reference. It goes to the office's known address alone.</summary>
public sealed record LinkAsked(ReferralId Referral, ContactId Contact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record LinksRevoked(ReferralId Referral, ContactId Contact, int Links) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}
