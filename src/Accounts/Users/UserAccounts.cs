using System.Security.Cryptography;
using Amparo.Accounts.Conduct;
using Amparo.Accounts.SigningIn;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>Adds users: for the pages, the command line and the demonstration.</summary>
public sealed class UserAccounts
{
    // No letter or figure that is misread or misheard.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly Db _db;
    private readonly UserManager<User> _users;
    private readonly Seals _seals;
    private readonly CodeOfConduct _conduct;
    private readonly AgencyRoles _allowed;
    private readonly TimeProvider _clock;

    internal UserAccounts(Db db, UserManager<User> users, Seals seals, CodeOfConduct conduct, AgencyRoles allowed, TimeProvider clock) =>
        (_db, _users, _seals, _conduct, _allowed, _clock) = (db, users, seals, conduct, allowed, clock);

    /// <summary>Adds a user with a temporary password, which is shown this once: it is good for 72 hours and must be changed at the first sign-in.</summary>
    /// <exception cref="Refused">The login is taken or no address, there is no role or one that the agency's people may not hold, or the office is of another agency.</exception>
    public async Task<NewUser> AddAsync(
        string login, string name, AgencyId agency, OfficeId? office, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        var allowed = _allowed.Of(await _db.Agencies.AsNoTracking().Where(a => a.Id == agency).OrMissingAsync(cancel));
        var (user, added) = User.Add(login, name, agency, await OfficeAsync(office, cancel), roles, allowed, _clock.GetUtcNow());
        var password = TemporaryPassword();
        await CreateAsync(user, password);
        await _db.RecordAsync(added, cancel);
        return new NewUser(user.Id, user.Login, password);
    }

    /// <summary>Adds a demo user whose second factor is set up with a key anybody can work out, and who has accepted the code of conduct. Never where real data is.</summary>
    public async Task<UserId> AddDemoAsync(
        string login, string name, AgencyId agency, OfficeId? office, IReadOnlyCollection<string> roles, string password, CancellationToken cancel)
    {
        var (user, added) = User.Add(login, name, agency, await OfficeAsync(office, cancel), roles, Role.All, now: null, demo: true);
        await CreateAsync(user, password);
        user.Totp = _seals.Seal(user.Id, User.TotpField, Totp.DemoKey(user.Login));
        user.SetUpMfa();
        await _db.RecordAsync(added, cancel);
        await _db.RecordAsync(user.AcceptConduct(_conduct, _conduct.Version, _clock.GetUtcNow()), cancel);
        return user.Id;
    }

    /// <summary>Whether a demo user could sign in here: then real data must not be served.</summary>
    public Task<bool> HasDemoAsync(CancellationToken cancel) => _db.Users.AnyAsync(u => u.Demo && u.Active, cancel);

    /// <summary>Gives a user a new temporary password in place of any other.</summary>
    internal async Task<string> RenewAsync(User user)
    {
        var password = TemporaryPassword();
        await _users.RemovePasswordAsync(user);
        await _users.AddPasswordAsync(user, password);
        return password;
    }

    private async Task<Office?> OfficeAsync(OfficeId? id, CancellationToken cancel) =>
        id is null ? null : await _db.Offices.AsNoTracking().Where(o => o.Id == id).OrMissingAsync(cancel);

    private async Task CreateAsync(User user, string password)
    {
        var made = await _users.CreateAsync(user, password);
        if (made.Succeeded)
            return;
        _db.ChangeTracker.Clear();
        throw new Refused(made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? "users.login-taken" : "users.login-form");
    }

    // 16 of 31 signs: 79 bits, in groups of four for reading out.
    private static string TemporaryPassword() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(group => new string(group)));
}

/// <summary>A user just added, with the temporary password that is shown this once.</summary>
public sealed record NewUser(UserId Id, string Login, string TemporaryPassword);
