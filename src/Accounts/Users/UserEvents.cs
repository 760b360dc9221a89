using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Users;

/// <summary>Without an office: for every office of the agency.</summary>
public sealed record UserAdded(UserId User, AgencyId Agency, OfficeId? Office, IReadOnlyList<Code> Roles) : IEvent
{
    public Subject About => User;

    public Subject? Under => Agency;
}

public sealed record UserRolesChanged(UserId User, IReadOnlyList<Code> Roles) : IEvent
{
    public Subject About => User;
}

public sealed record UserOfficeChanged(UserId User, OfficeId? Office) : IEvent
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
