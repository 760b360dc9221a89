using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.SigningIn;

/// <summary>Whether a password is right. An unknown login, a wrong password, a locked and an inactive account answer alike and take as long:
/// one derivation, one durable event.</summary>
internal sealed class PasswordCheck(Db db, UserManager<User> users, NobodysPassword nobodys, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The user whose password this is; null otherwise. Both are recorded, the first by what <paramref name="accepted"/> says.</summary>
    public async Task<User?> FindAsync(Func<Task<User?>> find, string password, Func<User, Task<IEvent>> accepted, CancellationToken cancel)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                return await TryAsync(await find(), password, accepted, cancel);
            }
            catch (DbUpdateConcurrencyException) when (left > 1)
            {
                // Tries on one account at the same moment: each must count, and none may answer otherwise than for an unknown login.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<User?> TryAsync(User? user, string password, Func<User, Task<IEvent>> accepted, CancellationToken cancel)
    {
        var right = user is null ? nobodys.Is(password) : await users.CheckPasswordAsync(user, password);
        var now = clock.GetUtcNow();
        var welcome = right && user!.MayTry(now);
        var before = db.Acting;
        if (welcome)
            db.Acting = new Viewer(user!.Id, user.Agency, user.Office, before.Session, user.Roles);
        await db.RecordAsync(welcome ? await accepted(user!) : user?.Fail(now) ?? new SignInFailed(default), cancel);
        return welcome ? user : null;
    }
}

/// <summary>The password of no account, so that an unknown login costs the same work as a known one.</summary>
internal sealed class NobodysPassword
{
    private readonly IPasswordHasher<User> _hasher;
    private readonly string _hash;

    public NobodysPassword(IPasswordHasher<User> hasher) => (_hasher, _hash) = (hasher, hasher.HashPassword(null!, Guid.CreateVersion7().ToString()));

    /// <summary>Does the work and says no.</summary>
    public bool Is(string password)
    {
        _hasher.VerifyHashedPassword(null!, _hash, password);
        return false;
    }
}
