using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Providers;

public sealed record AgencyAdded(AgencyId Agency, Code Code, Code Kind) : IEvent
{
    public Subject About => Agency;
}
