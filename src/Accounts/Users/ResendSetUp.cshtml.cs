using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Users;

/// <summary>Another temporary password, for somebody who lost theirs or never began; their sessions end.</summary>
[Needs(Permission.ResendSetUp)]
internal sealed class ResendSetUpModel(Db db, UserScope scope, UserAccounts accounts, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public User Shown { get; private set; } = null!;

    /// <summary>Shown once, in the answer to the post.</summary>
    public NewUser? Renewed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await scope.OneAsync(Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Shown = await scope.OneAsync(Id, cancel);
        var resent = Shown.ResendSetUp(clock.GetUtcNow());
        var password = await accounts.RenewAsync(Shown);
        await db.Sessions.EndAsync(Id, except: null, clock.GetUtcNow(), cancel);
        await db.RecordAsync(resent, cancel);
        Renewed = new NewUser(Id, Shown.Login, password);
        return Page();
    }
}
