using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Conduct;

public sealed record ConductAccepted(UserId User, Code Version) : IEvent
{
    public Subject About => User;
}
