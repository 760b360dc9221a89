using System.Text.Encodings.Web;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Sessions;

/// <summary>Tells who sends a request, from the database, every time.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    SessionCookie cookie,
    IServiceScopeFactory scopes,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Request) is not { } id)
            return AuthenticateResult.NoResult();
        // A scope of its own: the request's Viewer is made once, and must not be made before we know who it is.
        await using var scope = scopes.CreateAsyncScope();
        var open = await OpenSession.FindAsync(scope.ServiceProvider.GetRequiredService<Db>(), id, Context.RequestAborted);
        if (open is null || open.IsOver(clock.GetUtcNow(), HttpMethods.IsPost(Request.Method)))
            return AuthenticateResult.NoResult();
        Context.Features.Set(open);
        return AuthenticateResult.Success(new AuthenticationTicket(open.Principal(), SessionCookie.Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api") || !Navigation.Is(Request))
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            Response.Redirect($"{Request.PathBase}/sign-in{(HttpMethods.IsGet(Request.Method) ? Navigation.ToHere(Request) : "")}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
