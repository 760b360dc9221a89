using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Passkeys;

/// <summary>Another key to sign in with. The password is asked again, so that nobody leaves one at a desk that stands open.</summary>
[SignedIn]
[EachTime]
internal sealed class AddPasskeyModel(
    Db db, Viewer viewer, PasswordAgain again, IPasskeyHandler<User> passkeys, Challenges challenges, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(60)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    /// <summary>What the browser said, in JSON; the script fills it in.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>For the script: what the browser is to make.</summary>
    public async Task<IActionResult> OnGetOptionsAsync(CancellationToken cancel)
    {
        var user = await MeAsync(cancel);
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Login, DisplayName = user.Name };
        var asked = await passkeys.MakeCreationOptionsAsync(entity, HttpContext);
        challenges.Write(HttpContext, asked.AttestationState!);
        return Content(asked.CreationOptionsJson, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await again.OfMeAsync(Password, cancel) is not { } user)
        {
            ModelState.AddModelError(nameof(Password), "password.current-wrong");
            return Page();
        }
        if (await MadeAsync(user) is not { } made)
        {
            ModelState.AddModelError("", "passkeys.not-made");
            return Page();
        }
        var others = await db.Passkeys.CountAsync(p => p.User == user.Id, cancel);
        var (passkey, added) = Passkey.Add(user, made, Name, others, clock.GetUtcNow());
        db.Add(passkey);
        await db.RecordAsync(added, cancel);
        return LocalRedirect("~/passkeys");
    }

    private async Task<UserPasskeyInfo?> MadeAsync(User user)
    {
        if (string.IsNullOrEmpty(Credential) || challenges.Take(HttpContext) is not { } asked)
            return null;
        var result = await passkeys.PerformAttestationAsync(new() { HttpContext = HttpContext, CredentialJson = Credential, AttestationState = asked.State });
        return result.Succeeded && result.UserEntity.Id == user.Id.ToString() ? result.Passkey : null;
    }

    private Task<User> MeAsync(CancellationToken cancel) => db.Users.Where(u => u.Id == viewer.User).OrMissingAsync(cancel);
}
