using System.Security.Claims;
using System.Text.Encodings.Web;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.ApiKeys;

/// <summary>Tells whose key a request to the API brings, from the database, every time: a revoked one, or one of a closed office, opens nothing from the next request on.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    IServiceScopeFactory scopes,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "api-key";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Where keys open, and sessions do not.</summary>
    public static bool IsFor(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || ApiKey.PrefixOf(sent[Bearer.Length..].Trim()) is not { } prefix)
            return AuthenticateResult.NoResult();
        // A scope of its own: the request's Viewer is made once, and must not be made before we know who it is.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // With it goes the office it is for; one for a whole agency works while one of its offices does.
        var offices = db.Offices;
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(
            k => k.Prefix == prefix && offices.Any(o => o.Active && o.Agency == k.Agency && (k.Office == null || o.Id == k.Office)), Context.RequestAborted);
        if (key is null || !key.Is(sent[Bearer.Length..].Trim()) || !key.Works(clock.GetUtcNow()))
            return AuthenticateResult.NoResult();
        await SeeAsync(db, key.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private async Task SeeAsync(Db db, ApiKeyId key)
    {
        var now = clock.GetUtcNow();
        var use = await db.ApiKeyUses.SingleOrDefaultAsync(u => u.Key == key, Context.RequestAborted);
        if (use is null || now - use.LastAt < SeenEvery)
            return;
        use.See(now);
        await db.KeepAsync(Context.RequestAborted);
    }

    private static ClaimsPrincipal PrincipalOf(ApiKey key)
    {
        var identity = new ClaimsIdentity(SchemeName, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Via, key.Id.ToString()));
        identity.AddClaim(new Claim(Claims.Agency, key.Agency.ToString()));
        if (key.Office is { } office)
            identity.AddClaim(new Claim(Claims.Office, office.ToString()));
        identity.AddClaim(new Claim(Claims.Role, Role.Liaison));
        identity.AddClaims(key.Scopes.Select(s => new Claim(Claims.Scope, s)));
        return new ClaimsPrincipal(identity);
    }
}
