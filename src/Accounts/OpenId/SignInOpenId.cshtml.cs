using Amparo.Accounts.Sessions;
using Amparo.Accounts.SigningIn;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.OpenId;

/// <summary>Leads to the identity provider. A link and no form: browsers hold a form's way to the policy's <c>form-action</c>, redirects included, which is this program alone.</summary>
[OpenToAll]
internal sealed class SignInOpenIdModel(Db db, OpenIdSettings settings, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    public string Provider => settings.Name;

    public string Query => Microsoft.AspNetCore.Http.QueryString.Create("to", Navigation.Local(To)).ToUriComponent();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (OpenSession.Of(HttpContext) is { } && User.Identity?.IsAuthenticated == true)
            return LocalRedirect($"~{Navigation.Local(To)}");
        try
        {
            await new Trip(Navigation.Local(To), clock.GetUtcNow(), Binds: null).BeginAsync(HttpContext);
            return new EmptyResult();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && ProviderAnswers.IsSilence(failure))
        {
            await db.RecordAsync(new SignInFailed(default), cancel);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
