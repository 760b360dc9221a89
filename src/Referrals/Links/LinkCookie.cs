using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;

namespace Amparo.Referrals.Links;

/// <summary>The cookie of whoever works by a link: a random token, sent to the link's own pages alone, gone with the browser.</summary>
internal static class LinkCookie
{
    public const string Name = "amparo-link";

    public static byte[]? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } token ? LinkToken.HashOf(token) : null;

    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = http.Request.PathBase + Pass.Root,
    };
}
