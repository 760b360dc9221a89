using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases;

/// <summary>A case begins with a contact.</summary>
public sealed record CaseOpened(CaseId Case, ContactId Contact) : IEvent
{
    public Subject About => Case;

    public Subject? Under => Contact;
}

/// <summary>One more contact belongs to a case. It can be parted again.</summary>
public sealed record ContactJoined(CaseId Case, ContactId Contact) : IEvent
{
    public Subject About => Case;

    public Subject? Under => Contact;
}

public sealed record ContactParted(CaseId Case, ContactId Contact) : IEvent
{
    public Subject About => Case;

    public Subject? Under => Contact;
}

public sealed record SummaryWritten(CaseId Case) : IEvent
{
    public Subject About => Case;
}

public sealed record PersonAdded(PersonId Person, CaseId Case, Code Role, Code AgeGroup) : IEvent
{
    public Subject About => Person;

    public Subject? Under => Case;
}

public sealed record PersonChanged(PersonId Person, CaseId Case, Code Role, Code AgeGroup) : IEvent
{
    public Subject About => Person;

    public Subject? Under => Case;
}

/// <summary>Who somebody is in the eyes of the law: what, decided by whom and when.</summary>
public sealed record StatusDecided(PersonId Person, CaseId Case, Code Status, Code Decider, DateOnly On) : IEvent
{
    public Subject About => Person;

    public Subject? Under => Case;
}

public sealed record CaseMoved(CaseId Case, Code From, Code To, Code? Closing) : IEvent
{
    public Subject About => Case;
}

public sealed record CaseAssigned(CaseId Case, UserId To) : IEvent
{
    public Subject About => Case;
}

/// <summary>An agency was handed the case for a purpose and sees it while the referral lasts.</summary>
public sealed record CaseReceived(CaseId Case, ReferralId Referral, AgencyId Agency, [property: CodeOf("referrals/purposes.json")] Code Purpose) : IEvent
{
    public Subject About => Case;

    public Subject? Under => Referral;
}

public sealed record CaseLetGo(CaseId Case, ReferralId Referral, AgencyId Agency) : IEvent
{
    public Subject About => Case;

    public Subject? Under => Referral;
}
