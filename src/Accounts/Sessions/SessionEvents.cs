using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.Sessions;

public sealed record SignedOut(UserId User, SessionId Session) : IEvent
{
    public Subject About => User;
}

/// <summary>Somebody ended a session of theirs from another one.</summary>
public sealed record SessionEnded(UserId User, SessionId Session) : IEvent
{
    public Subject About => User;
}

public sealed record OtherSessionsEnded(UserId User, SessionId Kept, int Ended) : IEvent
{
    public Subject About => User;
}

/// <summary>The person at an idle session gave the password again.</summary>
public sealed record Unlocked(UserId User, SessionId Session) : IEvent
{
    public Subject About => User;
}
