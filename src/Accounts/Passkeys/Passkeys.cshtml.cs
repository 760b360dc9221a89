using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Passkeys;

/// <summary>With which keys I sign in.</summary>
[SignedIn]
internal sealed class PasskeysModel(Db db, Viewer viewer) : PageModel
{
    public IReadOnlyList<Passkey> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Mine = await db.Passkeys.AsNoTracking().Where(p => p.User == viewer.User).OrderBy(p => p.AddedAt).ToListAsync(cancel);
}
