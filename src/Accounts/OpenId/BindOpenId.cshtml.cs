using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.SigningIn;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.OpenId;

/// <summary>Binds the account that the provider vouched for to mine. The person sees whose it is, and gives the password again.</summary>
[SignedIn]
[EachTime]
internal sealed class BindOpenIdModel(Db db, Viewer viewer, OpenIdSettings settings, PasswordAgain again, Offers offers, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    public string Provider => settings.Name;

    /// <summary>Null when the provider could not be asked.</summary>
    public Offer? Offer { get; private set; }

    public IActionResult OnGet() => Find() ? Page() : LocalRedirect("~/openid");

    /// <summary>To the provider, which signs the person in anew.</summary>
    public async Task<IActionResult> OnGetAskAsync(CancellationToken cancel)
    {
        try
        {
            await new Trip(Offers.Page, clock.GetUtcNow(), viewer.Session).BeginAsync(HttpContext);
            return new EmptyResult();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && ProviderAnswers.IsSilence(failure))
        {
            ModelState.AddModelError("", "openid.unreachable");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Find())
            return LocalRedirect("~/openid");
        if (await again.OfMeAsync(Password, cancel) is not { } user)
        {
            ModelState.AddModelError(nameof(Password), "password.current-wrong");
            return Page();
        }
        var (binding, bound) = OpenIdBinding.Bind(
            user,
            Offer!,
            await db.OpenIdBindings.AnyAsync(b => b.User == user.Id, cancel),
            await db.OpenIdBindings.AnyAsync(b => b.Issuer == Offer!.Issuer && b.Subject == Offer.Subject, cancel),
            clock.GetUtcNow());
        db.Add(binding);
        try
        {
            await db.RecordAsync(bound, cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // Bound by another post at the same instant.
            throw new Refused("openid.bound-already");
        }
        Offers.Delete(HttpContext);
        return LocalRedirect("~/openid");
    }

    private bool Find() => (Offer = offers.Of(HttpContext, viewer.Session)) is not null;
}
