using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>What the framework's passkey handler reads. Adding, using and removing are acts of their own, which record what happened.</summary>
internal sealed partial class UserStore : IUserPasskeyStore<User>
{
    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are added by /passkeys/add and changed by /sign-in/passkey.");

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.User == user.Id).ToListAsync(cancellationToken)).Select(p => p.Info())];

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => await (
        from p in db.Passkeys
        join u in db.Users on p.User equals u.Id
        where p.Credential == credentialId
        select u).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.User == user.Id && p.Credential == credentialId, cancellationToken))?.Info();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are removed by /passkeys/{id}/remove.");
}
