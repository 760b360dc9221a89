using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Accounts.SigningIn;

/// <summary>The way in: what is still missing decides the next page, and when nothing is, a session starts.</summary>
internal sealed class Entrance(Db db, HalfSignIns halves, SessionCookie cookie, UserManager<User> users, Reviews.Reviews reviews, TimeProvider clock)
{
    /// <summary>After the password, after a passkey, which stands for the code too, or after a provider vouched for the person.</summary>
    public Task<IActionResult> BeginAsync(HttpContext http, User user, string? to, bool codeGiven, CancellationToken cancel) =>
        GoOnAsync(http, user, new HalfSignIn(user.Id, user.Stamp, clock.GetUtcNow(), Navigation.Local(to), codeGiven, Key: null), cancel);

    public async Task<IActionResult> GoOnAsync(HttpContext http, User user, HalfSignIn half, CancellationToken cancel)
    {
        half = half with { Stamp = user.Stamp };
        if (user is { MfaConfirmed: true } && !half.CodeGiven)
            return To(http, "/sign-in/code", half);
        if (user.TemporaryUntil is not null)
            return To(http, "/sign-in/password", half);
        if (user is { NeedsMfa: true, MfaConfirmed: false })
            return To(http, "/sign-in/set-up", half with { Key = half.Key ?? users.GenerateNewAuthenticatorKey() });
        return new LocalRedirectResult(await StartAsync(http, user, cancel) ? $"~{half.To}" : "~/sign-in/closed");
    }

    /// <summary>Everything was given; false when the account is closed until an administrator confirms it.</summary>
    public async Task<bool> StartAsync(HttpContext http, User user, CancellationToken cancel)
    {
        HalfSignIns.Delete(http);
        if ((await reviews.OfAsync(user.Id, user.Roles, cancel)).IsClosed)
        {
            Act(user);
            await db.RecordAsync(user.TurnAway(), cancel);
            return false;
        }
        var (session, signedIn) = Session.Start(user, Devices.Of(http.Request.Headers.UserAgent.ToString()), clock.GetUtcNow());
        db.Add(session);
        Act(user, session.Id);
        await db.RecordAsync(signedIn, cancel);
        cookie.Write(http, session.Id);
        return true;
    }

    /// <summary>Nobody is signed in yet, and still it is this person who acts.</summary>
    public void Act(User user, SessionId? session = null) => db.Acting = new Viewer(user.Id, user.Agency, user.Office, session, user.Roles);

    private LocalRedirectResult To(HttpContext http, string page, HalfSignIn half)
    {
        halves.Write(http, half);
        return new LocalRedirectResult($"~{page}");
    }
}
