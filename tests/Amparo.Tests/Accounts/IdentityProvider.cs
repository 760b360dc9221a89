using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amparo.Accounts.OpenId;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Accounts;

/// <summary>A small identity provider on a loopback port: whoever comes is <see cref="Subject"/> at once. It is strict about codes, PKCE and the secret; what it says can be spoilt.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "amparo";
    public const string Secret = "un secreto del ministerio, de 32 signos o más";

    private readonly RSA _key = RSA.Create(2048);
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _codes = new();

    private IdentityProvider(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            if (!IsDown)
                return next(http);
            http.Abort();
            return Task.CompletedTask;
        });
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(Document()));
        _app.MapGet("/keys", () => Results.Json(Keys()));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    public string Address => _app.Urls.First();

    public string Subject { get; set; } = "4711";

    /// <summary>What it calls the person; a mail address proves nothing here.</summary>
    public string Name { get; set; } = "jquispe@ministerio.example";

    public string[] Amr { get; set; } = ["pwd", "otp", "mfa"];

    public string? Acr { get; set; }

    /// <summary>A page of it asks before it sends on, as those of real ones do.</summary>
    public bool Asks { get; set; }

    /// <summary>Nobody answers.</summary>
    public bool IsDown { get; set; }

    /// <summary>The token endpoint alone is ill.</summary>
    public bool IsTokenDown { get; set; }

    /// <summary>What it says instead of a code.</summary>
    public string? Error { get; set; }

    /// <summary>Changes what the token says before it is signed.</summary>
    public Action<Dictionary<string, object>>? Claim { get; set; }

    /// <summary>Makes the token of what is to be said, in place of a good signature.</summary>
    public Func<string, string>? Forge { get; set; }

    /// <summary>What it was asked last.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where it sent the browser last.</summary>
    public string SentTo { get; private set; } = "";

    public static async Task<IdentityProvider> StartAsync(TimeProvider clock)
    {
        var provider = new IdentityProvider(clock);
        await provider._app.StartAsync();
        return provider;
    }

    public OpenIdSettings Settings(string amr = "mfa", string acr = "") => new(new Uri(Address), Client, Secret, "Ministerio")
    {
        Amr = amr.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Acr = acr.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        _codes[code] = Asked;
        Dictionary<string, string?> answer = new() { ["state"] = Asked["state"], [Error is null ? "code" : "error"] = Error ?? code };
        SentTo = QueryHelpers.AddQueryString(Asked["redirect_uri"], answer);
        return Asks
            ? Results.Content($"<!doctype html><title>Ministerio</title><h1>Ministerio</h1><p><a href=\"{WebUtility.HtmlEncode(SentTo)}\">Soy yo</a>", "text/html; charset=utf-8")
            : Results.Redirect(SentTo);
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        if (IsTokenDown)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var form = await request.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret)
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked["redirect_uri"] || Challenge(form["code_verifier"].ToString()) != asked["code_challenge"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "nobody asks for it", token_type = "Bearer", expires_in = 60, id_token = Token(asked["nonce"]) });
    }

    private string Token(string nonce)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Address,
            ["aud"] = Client,
            ["sub"] = Subject,
            ["nonce"] = nonce,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["auth_time"] = now,
            ["amr"] = Amr,
            ["preferred_username"] = Name,
            ["email"] = Name,
        };
        if (Acr is not null)
            claims["acr"] = Acr;
        Claim?.Invoke(claims);
        var payload = MadeToken.Part(claims);
        return Forge?.Invoke(payload) ?? MadeToken.By(_key, payload);
    }

    private object Document() => new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        jwks_uri = $"{Address}/keys",
        response_types_supported = (string[])["code"],
        subject_types_supported = (string[])["public"],
        id_token_signing_alg_values_supported = (string[])["RS256"],
    };

    private object Keys()
    {
        var known = _key.ExportParameters(includePrivateParameters: false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = WebEncoders.Base64UrlEncode(known.Modulus!), e = WebEncoders.Base64UrlEncode(known.Exponent!) } } };
    }

    private static string Challenge(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
