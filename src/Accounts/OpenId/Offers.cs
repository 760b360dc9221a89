using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.OpenId;

/// <summary>An account at the provider that a session may bind, once its owner gave the password.</summary>
/// <param name="Session">Which session went to the provider.</param>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The account's id there.</param>
/// <param name="Name">What the provider calls the person.</param>
/// <param name="At">When; it is good for ten minutes.</param>
internal sealed record Offer(SessionId Session, string Issuer, string Subject, string Name, DateTimeOffset At);

/// <summary>Carries it to the page that binds, in a sealed cookie that no other page is sent.</summary>
internal sealed class Offers(IDataProtectionProvider ring, TimeProvider clock)
{
    public const string Page = "/openid/bind";
    private const string Cookie = "amparo-openid";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _seal = ring.CreateProtector("amparo.openid-offer.v1");

    public void Write(HttpContext http, SessionId session, ProviderAccount account) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(new Offer(session, account.Issuer, account.Subject, account.Name, clock.GetUtcNow()))), Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    /// <summary>What this session was offered; null when there is nothing any more: begin again.</summary>
    public Offer? Of(HttpContext http, SessionId? session) =>
        Read(http.Request) is { } offer && offer.Session == session && clock.GetUtcNow() - offer.At <= GoodFor ? offer : null;

    private Offer? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 } value ? JsonSerializer.Deserialize<Offer>(_seal.Unprotect(value)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // Lax: the way from the provider leads straight to that page. What binds is a post, with a forgery token and the password.
    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = $"{http.Request.PathBase}{Page}",
    };
}
