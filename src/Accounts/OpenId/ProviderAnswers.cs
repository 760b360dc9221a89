using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Amparo.Accounts.OpenId;

/// <summary>Takes what the framework found in the provider's answer to the page at the same address, which decides. The framework itself signs nobody in.</summary>
internal sealed class ProviderAnswers(OpenIdSettings settings, TimeProvider clock, ILogger<ProviderAnswers> log) : OpenIdConnectEvents
{
    // Clocks of two machines.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    // Codes of RFC 6749 and OpenID Connect, which may be logged; a provider's own words may not.
    private static readonly string[] Codes =
    [
        "access_denied", "invalid_client", "invalid_grant", "invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type", "unsupported_grant_type",
        "server_error", "temporarily_unavailable", "login_required", "interaction_required", "account_selection_required", "consent_required",
    ];

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (settings.IsSecure && !(IsSecure(provider.AuthorizationEndpoint) && IsSecure(provider.TokenEndpoint)))
            throw new InvalidOperationException("The provider names an address without TLS.");
        if (settings.Acr.Count > 0)
            context.ProtocolMessage.AcrValues = string.Join(' ', settings.Acr);
    }

    // The answer comes by the address (response_mode=query): nothing else is read.
    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            context.SkipHandler();
        return Task.CompletedTask;
    }

    // The framework takes a token without a signature from the token endpoint, since TLS vouches for it (OpenID Connect Core, 3.1.3.7). Here a signature is asked for all the same.
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature) || !OpenIdServices.Algorithms.Contains(context.SecurityToken.SignatureAlgorithm, StringComparer.Ordinal))
            throw new SecurityTokenInvalidSignatureException("The token is not signed.");
        return Task.CompletedTask;
    }

    public override Task TicketReceived(TicketReceivedContext context)
    {
        var claims = context.Principal!;
        string Said(string claim) => claims.FindFirst(claim)?.Value ?? "";
        // The framework hands the address apart from the rest.
        context.Properties!.RedirectUri = context.ReturnUri;
        var (trip, subject) = (Trip.Of(context.Properties), Said(JwtRegisteredClaimNames.Sub));
        var name = ((string[])["preferred_username", "email", "name"]).Select(Said).FirstOrDefault(said => said.Length > 0) ?? subject;
        var account = new ProviderAccount(
            Said(JwtRegisteredClaimNames.Iss), subject, name, settings.SaysBoth(Said(JwtRegisteredClaimNames.Acr), claims.FindAll(JwtRegisteredClaimNames.Amr).Select(c => c.Value)));
        var why = trip is null || trip.IsOver(clock.GetUtcNow()) ? "openid.again" : IsStale(Said(JwtRegisteredClaimNames.AuthTime), trip) || subject is not { Length: > 0 and <= OpenIdBinding.MostSubject } ? "openid.untrusted" : null;
        Hand(context.HttpContext, new Arrival(trip, why is null ? account : null, why), "none");
        context.SkipHandler();
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var code = context.Failure?.Data["error"] as string;
        var why = code switch
        {
            "access_denied" => "openid.denied",
            "invalid_grant" => "openid.again",
            "server_error" or "temporarily_unavailable" => "openid.unreachable",
            not null => "openid.untrusted",
            // The state was not ours, was used, or is another browser's.
            null when context.Properties is null || context.Failure is AuthenticationFailureException => "openid.again",
            _ => IsUnreachable(context.Failure) ? "openid.unreachable" : "openid.untrusted",
        };
        Hand(context.HttpContext, new Arrival(Trip.Of(context.Properties), null, why), code is null || !Codes.Contains(code, StringComparer.Ordinal) ? context.Failure?.GetType().Name ?? "none" : code);
        context.SkipHandler();
        return Task.CompletedTask;
    }

    /// <summary>Whether the provider could not be asked: it does not answer, or not as one does.</summary>
    public static bool IsSilence(Exception failure) => IsUnreachable(failure) || failure is InvalidOperationException or OpenIdConnectProtocolException or AuthenticationFailureException;

    // Nothing was heard, rather than something wrong.
    private static bool IsUnreachable(Exception? failure) =>
        failure is HttpRequestException or IOException or SocketException or OperationCanceledException || (failure?.InnerException is { } inner && IsUnreachable(inner));

    // Asked to sign the person in anew, a provider that says when it did must have done so.
    private static bool IsStale(string authTime, Trip trip) =>
        long.TryParse(authTime, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && DateTimeOffset.FromUnixTimeSeconds(Math.Min(at, 100_000_000_000)) < trip.At - Apart;

    private static bool IsSecure(string? address) => address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    private void Hand(HttpContext http, Arrival arrival, string what)
    {
        if (arrival.Why is not null)
            log.LogWarning("An answer of the identity provider is refused: {Why} ({What})", arrival.Why, what);
        http.Features.Set(arrival);
    }
}
