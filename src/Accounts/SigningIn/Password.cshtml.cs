using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.SigningIn;

/// <summary>Changing one's own password; every other session of mine ends with it.</summary>
[SignedIn]
[EachTime]
internal sealed class PasswordModel(Db db, Viewer viewer, PasswordAgain again, UserManager<User> users, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Current { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    [BindProperty]
    [Compare(nameof(Password), ErrorMessage = "password.differs")]
    public string? Again { get; set; }

    [FromQuery(Name = "done")]
    public bool Done { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await again.OfMeAsync(Current, cancel) is not { } user)
            return Wrong(nameof(Current), "password.current-wrong");
        if (Current == Password)
            return Wrong(nameof(Password), "password.same");
        var changed = await users.ChangePasswordAsync(user, Current, Password);
        if (!changed.Succeeded)
            return Wrong(nameof(Password), "password.guessable");
        await db.Sessions.EndAsync(user.Id, viewer.Session, clock.GetUtcNow(), cancel);
        await db.RecordAsync(user.ChangePassword(), cancel);
        return LocalRedirect("~/account/password?done=true");
    }

    private PageResult Wrong(string field, string why)
    {
        ModelState.AddModelError(field, why);
        return Page();
    }
}
