using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.SigningIn;

/// <summary>One's own password in place of the temporary one.</summary>
[OpenToAll]
[EachTime]
internal sealed class NewPasswordModel(Db db, HalfSignIns halves, Entrance entrance, UserManager<User> users) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    [BindProperty]
    [Compare(nameof(Password), ErrorMessage = "password.differs")]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? LocalRedirect("~/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return LocalRedirect("~/sign-in");
        var (half, user) = found;
        if (await users.CheckPasswordAsync(user, Password))
        {
            ModelState.AddModelError(nameof(Password), "password.same");
            return Page();
        }
        await users.RemovePasswordAsync(user);
        var set = await users.AddPasswordAsync(user, Password);
        if (!set.Succeeded)
        {
            ModelState.AddModelError(nameof(Password), "password.guessable");
            return Page();
        }
        entrance.Act(user);
        await db.RecordAsync(user.ChangePassword(), cancel);
        return await entrance.GoOnAsync(HttpContext, user, half, cancel);
    }

    private async Task<(HalfSignIn Half, User User)?> FindAsync(CancellationToken cancel) =>
        await halves.FindAsync(HttpContext, db, cancel) is { User.TemporaryUntil: not null } found && (found.Half.CodeGiven || !found.User.MfaConfirmed)
            ? found
            : null;
}
