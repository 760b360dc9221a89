using Amparo.Accounts.Conduct;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Sessions;

/// <summary>The password again, after a while away. A form that was stopped here goes on afterwards, whole.</summary>
[SignedIn]
[WhileIdle]
[BeforeConduct]
[EachTime]
internal sealed class UnlockModel(Db db, Viewer viewer, PasswordCheck passwords, UserManager<User> users, IOptions<AccountsOptions> options, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? UnlockPassword { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    public StoppedForm Stopped => new(Request, IdleLock.Field, To);

    private bool IsLocked => OpenSession.Of(HttpContext)!.IsIdle(clock.GetUtcNow());

    /// <summary>Whether the person may sign in anew by the identity provider instead. Not where a form was stopped: it lies on this page alone, and the way there would lose it.</summary>
    public bool MayGo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsLocked)
            return LocalRedirect($"~{Stopped.Back}");
        MayGo = options.Value.OpenId is not null && await db.OpenIdBindings.AnyAsync(b => b.User == viewer.User, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Unlocked meanwhile in another window.
        if (!IsLocked)
            return Stopped.GoOn();
        if (!Stopped.WasShown)
            return Page();
        if (string.IsNullOrEmpty(UnlockPassword))
        {
            ModelState.AddModelError(IdleLock.Field, "field.required");
            return Page();
        }
        var user = await passwords.FindAsync(() => users.FindByIdAsync(viewer.User.ToString()!), UnlockPassword, async _ =>
        {
            var session = await db.Sessions.Where(s => s.Id == viewer.Session).OrMissingAsync(cancel);
            return session.Unlock(clock.GetUtcNow());
        }, cancel);
        if (user is not null)
            return Stopped.GoOn();
        ModelState.AddModelError(IdleLock.Field, "unlock.wrong");
        return Page();
    }
}
