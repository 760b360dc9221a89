using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.Sessions;

/// <summary>The cookie: the session's id and nothing else, sealed with the key ring, since ids stand in the audit and must not open a session.</summary>
/// <remarks>SameSite=Lax, not Strict: mails and the telephone desk link to a record, and Strict would show the sign-in page to somebody who
/// is signed in. What changes anything is a post with a forgery token. It lives as long as the browser: the server says when it ends.</remarks>
internal sealed class SessionCookie(IDataProtectionProvider ring)
{
    public const string Scheme = "session";
    private const string Name = "amparo";

    private readonly IDataProtector _seal = ring.CreateProtector("amparo.session.v1");

    public SessionId? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
            return null;
        try
        {
            return SessionId.TryParse(_seal.Unprotect(value), null, out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext http, SessionId session) => http.Response.Cookies.Append(Name, _seal.Protect(session.ToString()), Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = "/",
    };
}
