using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.SigningIn;

[OpenToAll]
[EachTime]
internal sealed class CodeModel(
    Db db, HalfSignIns halves, Entrance entrance, UserManager<User> users, IOptions<AccountsOptions> options, TimeProvider clock) : PageModel
{
    /// <summary>Six digits of the app, or a recovery code.</summary>
    [BindProperty]
    [Required]
    [StringLength(40)]
    public string Code { get; set; } = "";

    public string? DemoCode { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await halves.FindAsync(HttpContext, db, cancel) is not { } found)
            return LocalRedirect("~/sign-in");
        if (options.Value.DemoMode && found.User.Demo)
            DemoCode = Totp.Code((await users.GetAuthenticatorKeyAsync(found.User))!, clock.GetUtcNow());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await halves.FindAsync(HttpContext, db, cancel) is not { } found)
            return LocalRedirect("~/sign-in");
        var (half, user) = found;
        if (await IsRightAsync(user, cancel))
            return await entrance.GoOnAsync(HttpContext, user, half with { CodeGiven = true }, cancel);
        await db.RecordAsync(user.Fail(clock.GetUtcNow()), cancel);
        ModelState.AddModelError("", "sign-in.code.wrong");
        return await OnGetAsync(cancel);
    }

    private async Task<bool> IsRightAsync(User user, CancellationToken cancel)
    {
        if (!Code.Any(char.IsAsciiLetter))
            return await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Code);
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(user, Code)).Succeeded)
            return false;
        entrance.Act(user);
        await db.RecordAsync(user.UseRecoveryCode(), cancel);
        return true;
    }
}
