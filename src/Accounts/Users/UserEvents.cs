using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Users;

public sealed record UserAdded(UserId User, AgencyId Agency, IReadOnlyList<Code> Roles) : IEvent
{
    public Subject About => User;

    public Subject? Under => Agency;
}

public sealed record UserRolesChanged(UserId User, IReadOnlyList<Code> Roles) : IEvent
{
    public Subject About => User;
}

public sealed record UserDeactivated(UserId User) : IEvent
{
    public Subject About => User;
}

public sealed record UserReactivated(UserId User) : IEvent
{
    public Subject About => User;
}

public sealed record PasswordChanged(UserId User) : IEvent
{
    public Subject About => User;
}

/// <summary>A new temporary password was made for somebody who could not set up the account.</summary>
public sealed record SetUpResent(UserId User, DateTimeOffset Until) : IEvent
{
    public Subject About => User;
}

public sealed record MfaSetUp(UserId User) : IEvent
{
    public Subject About => User;
}

public sealed record MfaReset(UserId User) : IEvent
{
    public Subject About => User;
}
