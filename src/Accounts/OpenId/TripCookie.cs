using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.OpenId;

/// <summary>Ties a way to the provider to the browser that began it. Only the page where it ends is sent it.</summary>
/// <remarks>Lax: the provider's page sends the browser back here. It ends with the browser; <see cref="Trip"/> says when it is over, by our clock.</remarks>
internal sealed class TripCookie : CookieBuilder
{
    public TripCookie(string name)
    {
        Name = name;
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        IsEssential = true;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Path = $"{context.Request.PathBase}{OpenIdServices.Back}";
        return options;
    }
}
