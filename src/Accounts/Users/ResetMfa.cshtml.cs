using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>For somebody who lost the telephone and the recovery codes: the second factor is set up anew at the next sign-in.</summary>
[Needs(Permission.ResetMfa)]
internal sealed class ResetMfaModel(Db db, UserScope scope, UserManager<User> users, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public User Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await scope.OneAsync(Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await scope.OneAsync(Id, cancel);
        var reset = user.ResetMfa();
        await users.UpdateSecurityStampAsync(user);
        db.RemoveRange(await db.Passkeys.Where(p => p.User == Id).ToListAsync(cancel));
        db.RemoveRange(await db.OpenIdBindings.Where(b => b.User == Id).ToListAsync(cancel));
        await db.Sessions.EndAsync(Id, except: null, clock.GetUtcNow(), cancel);
        await db.RecordAsync(reset, cancel);
        return LocalRedirect($"~/users/{Id}");
    }
}
