using System.Text.Json;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.SigningIn;

/// <summary>A sign-in under way: the password was right, or a passkey or a provider vouched for the person; the rest is missing.</summary>
/// <param name="User">Who.</param>
/// <param name="Stamp">The account's at that moment: when a secret of it changes meanwhile, this is worth nothing.</param>
/// <param name="At">When; it is good for ten minutes.</param>
/// <param name="To">Where the person was going.</param>
/// <param name="CodeGiven">The second factor was given too.</param>
/// <param name="Key">A new authenticator key, which becomes the account's when a code of it is given.</param>
internal sealed record HalfSignIn(UserId User, string Stamp, DateTimeOffset At, string To, bool CodeGiven, string? Key);

/// <summary>Carries it from page to page in a sealed cookie that only the sign-in pages are sent.</summary>
internal sealed class HalfSignIns(IDataProtectionProvider ring, TimeProvider clock)
{
    private const string Cookie = "amparo-half";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _seal = ring.CreateProtector("amparo.half-sign-in.v1");

    public void Write(HttpContext http, HalfSignIn half) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(half)), Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    /// <summary>The sign-in under way and its user; null when there is none any more: begin again.</summary>
    public async Task<(HalfSignIn Half, User User)?> FindAsync(HttpContext http, Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Read(http.Request) is not { } half || now - half.At > GoodFor)
            return null;
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == half.User && u.Stamp == half.Stamp, cancel);
        return user?.MayTry(now) == true ? (half, user) : null;
    }

    private HalfSignIn? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 } value ? JsonSerializer.Deserialize<HalfSignIn>(_seal.Unprotect(value)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // Lax: the way from an identity provider leads straight to these pages. What they do is a post with a forgery token.
    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = $"{http.Request.PathBase}/sign-in",
    };
}
