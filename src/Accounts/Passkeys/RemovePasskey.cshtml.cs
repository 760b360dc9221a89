using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.SigningIn;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Passkeys;

/// <summary>Takes a key of mine away: from now on nobody signs in with it. The password is asked again: who finds a desk that stands open must not
/// lock its owner out.</summary>
[SignedIn]
[EachTime]
internal sealed class RemovePasskeyModel(Db db, Viewer viewer, PasswordAgain again) : PageModel
{
    [FromRoute]
    public PasskeyId Id { get; set; }

    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    public Passkey Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await MineAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Shown = await MineAsync(cancel);
        if (await again.OfMeAsync(Password, cancel) is null)
        {
            ModelState.AddModelError(nameof(Password), "password.current-wrong");
            return Page();
        }
        db.Remove(Shown);
        await db.RecordAsync(Shown.Remove(), cancel);
        return LocalRedirect("~/passkeys");
    }

    private Task<Passkey> MineAsync(CancellationToken cancel) => db.Passkeys.Where(p => p.Id == Id && p.User == viewer.User).OrMissingAsync(cancel);
}
