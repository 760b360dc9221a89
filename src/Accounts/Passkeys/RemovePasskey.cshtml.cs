using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Passkeys;

/// <summary>Takes a key of mine away: from now on nobody signs in with it.</summary>
[SignedIn]
internal sealed class RemovePasskeyModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public PasskeyId Id { get; set; }

    public Passkey Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await MineAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var passkey = await MineAsync(cancel);
        db.Remove(passkey);
        await db.RecordAsync(passkey.Remove(), cancel);
        return LocalRedirect("~/passkeys");
    }

    private Task<Passkey> MineAsync(CancellationToken cancel) => db.Passkeys.Where(p => p.Id == Id && p.User == viewer.User).OrMissingAsync(cancel);
}
