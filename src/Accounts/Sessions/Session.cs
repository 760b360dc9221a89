using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;

namespace Amparo.Accounts.Sessions;

/// <summary>One sign-in on one device, known to the server, so that ending it stops the very next request. It holds no IP address.</summary>
/// <remarks>Bookkeeping, since every request may move <see cref="LastSeenAt"/>; beginning and ending are events all the same.</remarks>
[Bookkeeping]
internal sealed class Session
{
    private Session()
    {
    }

    public SessionId Id { get; private init; } = SessionId.New();

    public UserId User { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Device Device { get; private init; }

    public static (Session Session, SignedIn SignedIn) Start(User user, Device device, DateTimeOffset now)
    {
        var session = new Session { User = user.Id, StartedAt = now, LastSeenAt = now, Device = device };
        user.Enter();
        return (session, new SignedIn(user.Id, session.Id));
    }

    public void See(DateTimeOffset now) => LastSeenAt = now;

    public Unlocked Unlock(DateTimeOffset now)
    {
        LastSeenAt = now;
        return new Unlocked(User, Id);
    }

    public SessionEnded End(DateTimeOffset now)
    {
        EndedAt ??= now;
        return new SessionEnded(User, Id);
    }

    public SignedOut SignOut(DateTimeOffset now)
    {
        EndedAt ??= now;
        return new SignedOut(User, Id);
    }
}

/// <summary>Enough to tell the telephone from the desk in a list of sessions.</summary>
internal enum Device
{
    Unknown,
    Phone,
    Tablet,
    Computer,
}
