using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.Passkeys;

/// <summary>A question that a passkey is to answer.</summary>
/// <param name="State">What the framework needs to check the answer.</param>
/// <param name="At">When it was made; it is good for five minutes, and once.</param>
internal sealed record Challenge(string State, DateTimeOffset At);

/// <summary>Carries the question to the browser and back in a sealed cookie that only the page which asked is sent.</summary>
internal sealed class Challenges(IDataProtectionProvider ring, TimeProvider clock)
{
    private const string Cookie = "amparo-passkey";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _seal = ring.CreateProtector("amparo.passkey-challenge.v1");

    public void Write(HttpContext http, string state) =>
        http.Response.Cookies.Append(Cookie, SealOf(http).Protect(JsonSerializer.Serialize(new Challenge(state, Now))), Options(http));

    /// <summary>The question that was asked here, which is taken away; null when there is none any more.</summary>
    public Challenge? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, Options(http));
        return Read(http) is { } asked && Now - asked.At <= GoodFor ? asked : null;
    }

    private Challenge? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 } value ? JsonSerializer.Deserialize<Challenge>(SealOf(http).Unprotect(value)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // Whole milliseconds: every database keeps them exactly, and a later one is told from an earlier one.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    // What was asked on one page is answered on no other.
    private IDataProtector SealOf(HttpContext http) => _seal.CreateProtector(http.Request.Path.Value!.ToLowerInvariant());

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = $"{http.Request.PathBase}{http.Request.Path}",
    };
}
