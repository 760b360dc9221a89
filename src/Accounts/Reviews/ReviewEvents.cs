using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Reviews;

/// <summary>An administrator looked at what somebody may do, and it is still right.</summary>
public sealed record PrivilegesConfirmed(UserId User, IReadOnlyList<Code> Roles) : IEvent
{
    public const string Name = "privileges.confirmed";

    public Subject About => User;
}

/// <summary>Everything was right at sign-in, but nobody had confirmed the account in time.</summary>
public sealed record TurnedAway(UserId User) : IEvent
{
    public Subject About => User;
}
