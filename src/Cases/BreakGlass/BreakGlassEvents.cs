using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.BreakGlass;

/// <summary>Somebody without a tie opened a case to read it, until then.</summary>
public sealed record GlassBroken(
    EmergencyAccessId Access,
    CaseId Case,
    [property: CodeOf(AccessReason.File)] Code Reason,
    DateTimeOffset Until) : IEvent
{
    public Subject About => Access;

    public Subject? Under => Case;
}

/// <summary>Somebody tried to open a case that way and nothing opened. What was typed is nowhere.</summary>
public sealed record GlassHeld(UserId By) : IEvent
{
    public Subject About => By;
}

public sealed record EmergencyAccessEnded(EmergencyAccessId Access, CaseId Case) : IEvent
{
    public Subject About => Access;

    public Subject? Under => Case;
}

public sealed record EmergencyAccessReviewed(EmergencyAccessId Access, CaseId Case, bool Justified) : IEvent
{
    public Subject About => Access;

    public Subject? Under => Case;
}
