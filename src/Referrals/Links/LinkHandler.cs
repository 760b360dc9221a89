using System.Text.Encodings.Web;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amparo.Referrals.Links;

/// <summary>Tells by which link a request comes, from the database, every time. Only pages that say <see cref="ByLinkAttribute"/> ask it.</summary>
internal sealed class LinkHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    IServiceScopeFactory scopes,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (LinkCookie.Read(Request) is not { } session)
            return AuthenticateResult.NoResult();
        // A scope of its own: the request's Viewer is made once, and must not be made before we know who it is.
        await using var scope = scopes.CreateAsyncScope();
        var open = await OpenLink.FindAsync(scope.ServiceProvider.GetRequiredService<Db>(), session, clock.GetUtcNow(), Context.RequestAborted);
        return open is null ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new AuthenticationTicket(open.Principal(), Pass.Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect($"{Request.PathBase}{Pass.Root}/again");
        return Task.CompletedTask;
    }
}
