using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Agencies;

/// <summary>Another agency was given a part in a case and sees it from now on.</summary>
public sealed record AgencyTied(CaseId Case, AgencyId Agency, [property: CodeOf(PartReason.File)] Code Reason) : IEvent
{
    public Subject About => Case;
}

/// <summary>An agency no longer has a part in a case and no longer sees it.</summary>
public sealed record AgencyUntied(CaseId Case, AgencyId Agency) : IEvent
{
    public Subject About => Case;
}
