using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Referrals;

/// <summary>It says of what kind the office is, since the law's clocks ask who was told: the pack says whom (<c>stopWhen</c>).</summary>
public sealed record ReferralSent(
    ReferralId Referral,
    ContactId Contact,
    CaseId? Case,
    OfficeId To,
    [property: CodeOf("providers/kinds.json")] Code OfficeKind,
    [property: CodeOf("referrals/purposes.json")] Code Purpose,
    [property: CodeOf("referrals/bases.json")] Code Basis,
    Urgency Urgency) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

/// <summary>A notice left for the office's first (1) or second (2) contact.</summary>
public sealed record ReferralNotified(ReferralId Referral, ContactId Contact, int DutyContact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record ReferralSeen(ReferralId Referral, ContactId Contact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record ReferralAccepted(ReferralId Referral, ContactId Contact, OfficeId? Office) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record ReferralDeclined(ReferralId Referral, ContactId Contact, Code Reason) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record ReferralActed(ReferralId Referral, ContactId Contact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record ReferralArrived(ReferralId Referral, ContactId Contact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

public sealed record OutcomeReported(ReferralId Referral, ContactId Contact, Code Outcome, int? People, bool Ends) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

/// <summary>The line took it back: sent by mistake, or another office has it.</summary>
public sealed record ReferralWithdrawn(ReferralId Referral, ContactId Contact) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}

/// <summary>Danger was declared and there is no office to tell: the supervisors are alerted.</summary>
public sealed record NobodyToTell(ContactId Contact) : IEvent
{
    public Subject About => Contact;
}

/// <summary>A second person looked at the basis on which it was sent.</summary>
public sealed record BasisReviewed(ReferralId Referral, ContactId Contact, bool Upheld) : IEvent
{
    public Subject About => Referral;

    public Subject? Under => Contact;
}
