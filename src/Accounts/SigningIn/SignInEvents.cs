using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.SigningIn;

/// <summary>The right password was given; a code may still be missing.</summary>
public sealed record PasswordAccepted(UserId User) : IEvent
{
    public Subject About => User;
}

/// <summary>A wrong password or code; the id is empty when the login is nobody's.</summary>
public sealed record SignInFailed(UserId User) : IEvent
{
    public Subject About => User;
}

/// <summary>Too many failures: nobody comes in with this account for a while.</summary>
public sealed record LockedOut(UserId User, DateTimeOffset Until) : IEvent
{
    public Subject About => User;
}

public sealed record RecoveryCodeUsed(UserId User, int Left) : IEvent
{
    public Subject About => User;
}

public sealed record SignedIn(UserId User, SessionId Session) : IEvent
{
    public Subject About => User;
}
