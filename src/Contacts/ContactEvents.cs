using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Contacts;

public sealed record ContactOpened(ContactId Contact, Code Channel) : IEvent
{
    public Subject About => Contact;
}

public sealed record SafetyChecked(ContactId Contact, Code Tier, Answer CanTalk, Answer IsSafe, int NeverTell) : IEvent
{
    public Subject About => Contact;
}

public sealed record AccountTaken(ContactId Contact, Code? Form, Answer HappeningNow, Answer Children) : IEvent
{
    public Subject About => Contact;
}

/// <summary>Indicator questions were answered; what they say is advice until somebody decides.</summary>
public sealed record ScreeningAnswered(ScreeningId Screening, ContactId Contact, Amparo.Screening.AgeGroup Age, int Answered) : IEvent
{
    public Subject About => Screening;

    public Subject? Under => Contact;
}

/// <summary>Somebody confirmed what the answers say, or said otherwise with a reason.</summary>
public sealed record ScreeningDecided(ScreeningId Screening, ContactId Contact, Amparo.Screening.Result Result, bool Overrides) : IEvent
{
    public Subject About => Screening;

    public Subject? Under => Contact;
}

public sealed record ContactLocated(ContactId Contact, Code Area) : IEvent
{
    public Subject About => Contact;
}

/// <summary>Danger now. <paramref name="Office"/> is whom the operator saw named in the preview; null when there is nobody to tell.</summary>
public sealed record DangerDeclared(ContactId Contact, Code? Area, OfficeId? Office) : IEvent
{
    public Subject About => Contact;
}

public sealed record ContactClosed(ContactId Contact, Code Reason, Code Outcome, bool CountsAsReport) : IEvent
{
    public Subject About => Contact;
}

/// <summary>The contact is confirmed as a trafficking report: the three hours to refer it begin.</summary>
public sealed record ReportConfirmed(ContactId Contact, DateTimeOffset Since) : IEvent
{
    public Subject About => Contact;
}

/// <summary>Somebody under 18 is or may be at risk: the child protection unit must know within 24 hours.</summary>
public sealed record ChildAtRisk(ContactId Contact) : IEvent
{
    public Subject About => Contact;
}

public sealed record ContactReopened(ContactId Contact) : IEvent
{
    public Subject About => Contact;
}

public sealed record FollowUpPlanned(FollowUpId FollowUp, ContactId Contact, Code Act, DateTimeOffset DueAt) : IEvent
{
    public Subject About => FollowUp;

    public Subject? Under => Contact;
}

public sealed record FollowUpDone(FollowUpId FollowUp, ContactId Contact, Code Act) : IEvent
{
    public Subject About => FollowUp;

    public Subject? Under => Contact;
}
