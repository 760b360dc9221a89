using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Accounts.SigningIn;

/// <summary>The way in: what is still missing decides the next page, and when nothing is, a session starts.</summary>
internal sealed class Entrance(Db db, HalfSignIns halves, SessionCookie cookie, UserManager<User> users, TimeProvider clock)
{
    /// <summary>After the password.</summary>
    public Task<IActionResult> BeginAsync(HttpContext http, User user, string? to, CancellationToken cancel) =>
        GoOnAsync(http, user, new HalfSignIn(user.Id, user.Stamp, clock.GetUtcNow(), Navigation.Local(to), CodeGiven: false, Key: null), cancel);

    public async Task<IActionResult> GoOnAsync(HttpContext http, User user, HalfSignIn half, CancellationToken cancel)
    {
        half = half with { Stamp = user.Stamp };
        if (user is { MfaConfirmed: true } && !half.CodeGiven)
            return To(http, "/sign-in/code", half);
        if (user.TemporaryUntil is not null)
            return To(http, "/sign-in/password", half);
        if (user is { NeedsMfa: true, MfaConfirmed: false })
            return To(http, "/sign-in/set-up", half with { Key = half.Key ?? users.GenerateNewAuthenticatorKey() });
        await StartAsync(http, user, cancel);
        return new LocalRedirectResult($"~{half.To}");
    }

    /// <summary>Everything was given.</summary>
    public async Task StartAsync(HttpContext http, User user, CancellationToken cancel)
    {
        var (session, signedIn) = Session.Start(user, Devices.Of(http.Request.Headers.UserAgent.ToString()), clock.GetUtcNow());
        db.Add(session);
        Act(user, session.Id);
        await db.RecordAsync(signedIn, cancel);
        HalfSignIns.Delete(http);
        cookie.Write(http, session.Id);
    }

    /// <summary>Nobody is signed in yet, and still it is this person who acts.</summary>
    public void Act(User user, SessionId? session = null) => db.Acting = new Viewer(user.Id, user.Agency, user.Office, session, user.Roles);

    private LocalRedirectResult To(HttpContext http, string page, HalfSignIn half)
    {
        halves.Write(http, half);
        return new LocalRedirectResult($"~{page}");
    }
}
