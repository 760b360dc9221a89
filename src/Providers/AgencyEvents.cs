using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Providers;

public sealed record AgencyAdded(AgencyId Agency, Code Code, Code Kind) : IEvent
{
    public Subject About => Agency;
}

public sealed record OfficeAdded(OfficeId Office, AgencyId Agency, Code Code) : IEvent
{
    public Subject About => Office;

    public Subject? Under => Agency;
}

public sealed record DutyChanged(OfficeId Office, AgencyId Agency, int People) : IEvent
{
    public Subject About => Office;

    public Subject? Under => Agency;
}
