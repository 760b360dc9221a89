using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Passkeys;

public sealed record PasskeyAdded(UserId User, PasskeyId Passkey) : IEvent
{
    public Subject About => User;
}

public sealed record PasskeyRemoved(UserId User, PasskeyId Passkey) : IEvent
{
    public Subject About => User;
}

/// <summary>A passkey was given at sign-in; it counts as password and code.</summary>
public sealed record PasskeyAccepted(UserId User, PasskeyId Passkey) : IEvent
{
    public Subject About => User;
}
