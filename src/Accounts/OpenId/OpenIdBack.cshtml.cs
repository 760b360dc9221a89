using Amparo.Accounts.Sessions;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.OpenId;

/// <summary>Where the provider sends people back to. It signs in whom the account is bound to, or takes the account to the page that binds it.</summary>
/// <remarks>A GET that acts, since a provider's redirect is one: what it brings is good once, and only in the browser that began.</remarks>
[OpenToAll]
internal sealed class OpenIdBackModel(Db db, OpenIdSettings settings, Offers offers, Entrance entrance, TimeProvider clock) : PageModel
{
    public string Provider => settings.Name;

    /// <summary>Whether the way was to bind, and not to sign in.</summary>
    public bool Binds { get; private set; }

    /// <summary>The text of what went wrong.</summary>
    public string Why { get; private set; } = "";

    public string Query { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var arrival = Arrival.Of(HttpContext);
        Binds = arrival.Trip?.Binds is not null;
        Query = Microsoft.AspNetCore.Http.QueryString.Create("to", Navigation.Local(arrival.Trip?.To)).ToUriComponent();
        if (arrival is not { Trip: { } trip, Account: { } account })
            return await RefuseAsync(null, arrival.Why!, cancel);
        try
        {
            return trip.Binds is { } session ? await OfferAsync(session, account, cancel) : await EnterAsync(account, trip.To, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Unbound, deactivated or signed in with from elsewhere at the same instant.
            db.ChangeTracker.Clear();
            return await RefuseAsync(null, "openid.again", cancel);
        }
    }

    private async Task<IActionResult> EnterAsync(ProviderAccount account, string to, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await (
            from b in db.OpenIdBindings
            join u in db.Users on b.User equals u.Id
            where b.Issuer == account.Issuer && b.Subject == account.Subject
            select new { Binding = b, User = u }).SingleOrDefaultAsync(cancel);
        // One answer for unbound, inactive and locked: the provider's word is about its account, not about ours.
        if (found is null || !found.User.MayTry(now))
            return await RefuseAsync(found?.User, "openid.unknown", cancel);
        entrance.Act(found.User);
        await db.RecordAsync(found.Binding.Accept(account.BothFactors, now), cancel);
        return await entrance.BeginAsync(HttpContext, found.User, to, codeGiven: account.BothFactors, cancel);
    }

    private async Task<IActionResult> OfferAsync(SessionId session, ProviderAccount account, CancellationToken cancel)
    {
        // Signed out meanwhile, or somebody else came.
        if (OpenSession.Of(HttpContext)?.Id != session)
            return await RefuseAsync(null, "openid.again", cancel);
        offers.Write(HttpContext, session, account);
        return LocalRedirect($"~{Offers.Page}");
    }

    // Not counted against the account, as with passkeys: nobody guesses a signature.
    private async Task<IActionResult> RefuseAsync(User? user, string why, CancellationToken cancel)
    {
        await db.RecordAsync(new SignInFailed(user?.Id ?? default), cancel);
        Why = why;
        Response.StatusCode = why == "openid.unreachable" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
        return Page();
    }
}
