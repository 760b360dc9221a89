using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.OpenId;

/// <summary>Somebody bound an account at the identity provider to theirs.</summary>
public sealed record OpenIdBound(UserId User) : IEvent
{
    public Subject About => User;
}

/// <summary>By its owner or by an administrator: whoever acts is on record beside it.</summary>
public sealed record OpenIdUnbound(UserId User) : IEvent
{
    public Subject About => User;
}

/// <summary>The identity provider vouched for somebody at sign-in; without both factors the code is still asked.</summary>
public sealed record OpenIdAccepted(UserId User, bool BothFactors) : IEvent
{
    public Subject About => User;
}
