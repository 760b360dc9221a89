using Amparo.Accounts.Sessions;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Users;

/// <summary>One user: who they are, where they are signed in, and the ways to take access away or give it back.</summary>
[Needs(Permission.SeeUsers)]
internal sealed class UserDetailsModel(Db db, UserScope scope, IOptions<AccountsOptions> options, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public User Shown { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>Null for every office of the agency.</summary>
    public string? OfficeName { get; private set; }

    /// <summary>The identity provider that vouches for them too; null where none does.</summary>
    public string? Provider { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string State => !Shown.Active ? "users.state.inactive"
        : Shown.TemporaryUntil is not null ? "users.state.waiting"
        : Shown.MfaConfirmed ? "users.state.mfa"
        : "users.state.password";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await scope.OneAsync(Id, cancel);
        AgencyName = await scope.Agencies.Where(a => a.Id == Shown.Agency).Select(a => a.Name).SingleAsync(cancel);
        OfficeName = await db.Offices.Where(o => o.Id == Shown.Office).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        Provider = options.Value.OpenId is { } provider && await db.OpenIdBindings.AnyAsync(b => b.User == Id, cancel) ? provider.Name : null;
        Sessions = await db.Sessions.AsNoTracking().OpenOf(Id, clock.GetUtcNow()).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
    }
}
