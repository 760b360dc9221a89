using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.OpenId;

/// <summary>Whether I may sign in by the identity provider, and the ways to begin and to end it.</summary>
[SignedIn]
internal sealed class OpenIdModel(Db db, Viewer viewer, OpenIdSettings settings) : PageModel
{
    public string Provider => settings.Name;

    public OpenIdBinding? Mine { get; private set; }

    /// <summary>Bound to a provider that the program no longer asks.</summary>
    public bool IsOfAnother => Mine is not null && !settings.IsIssuer(Mine.Issuer);

    public async Task OnGetAsync(CancellationToken cancel) =>
        Mine = await db.OpenIdBindings.AsNoTracking().SingleOrDefaultAsync(b => b.User == viewer.User, cancel);
}
