using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Accounts.SigningIn;

/// <summary>Asks whoever is signed in for their password once more, before what nobody may do at a desk that stands open.</summary>
internal sealed class PasswordAgain(Db db, Viewer viewer, UserManager<User> users, TimeProvider clock)
{
    /// <returns>Null when it is not theirs or was tried too often: that it was tried is on record.</returns>
    public async Task<User?> OfMeAsync(string password, CancellationToken cancel)
    {
        var user = await db.Users.Where(u => u.Id == viewer.User).OrMissingAsync(cancel);
        var now = clock.GetUtcNow();
        if (await users.CheckPasswordAsync(user, password) && user.MayTry(now))
            return user;
        await db.RecordAsync(user.Fail(now), cancel);
        return null;
    }
}
