using System.Net;
using Microsoft.Extensions.Configuration;

namespace Amparo.Accounts.OpenId;

/// <summary>The identity provider of an agency, by which people may sign in beside password and code.</summary>
/// <param name="Authority">The provider's address, which is also the issuer its tokens name.</param>
/// <param name="ClientId">What the provider calls this program.</param>
/// <param name="ClientSecret">By which the provider knows this program.</param>
/// <param name="Name">What its people call it; the button says it.</param>
public sealed record OpenIdSettings(Uri Authority, string ClientId, string ClientSecret, string Name)
{
    private const string Section = "OpenId";
    private const int MostName = 60;

    /// <summary>A token that says one of these in <c>acr</c> speaks of two factors. Where <see cref="Amr"/> is set too, both must say so; where neither is, the code is asked.</summary>
    public IReadOnlyList<string> Acr { get; init; } = [];

    /// <summary>A token that says one of these in <c>amr</c> (RFC 8176) speaks of two factors.</summary>
    public IReadOnlyList<string> Amr { get; init; } = [];

    internal bool IsSecure => Authority.Scheme == Uri.UriSchemeHttps;

    /// <summary>What was set; null where nothing was, and then nothing of this is there.</summary>
    /// <param name="settings">Where <c>OpenId:Authority</c> and the rest stand.</param>
    /// <param name="forReal">Whether real data is served; else a provider on this machine may speak without TLS.</param>
    /// <exception cref="OpenIdRefused">Something of it is missing or not safe; the message says what to do.</exception>
    public static OpenIdSettings? Read(IConfiguration settings, bool forReal)
    {
        var section = settings.GetSection(Section);
        if (!section.GetChildren().Any(child => !string.IsNullOrWhiteSpace(child.Value)))
            return null;
        return new(AuthorityOf(section, forReal), Needed(section, "ClientId"), SecretOf(section), NameOf(section)) { Acr = ListOf(section, "Acr"), Amr = ListOf(section, "Amr") };
    }

    /// <summary>Whether a token that says this speaks of two factors.</summary>
    internal bool SaysBoth(string? acr, IEnumerable<string> amr) =>
        Acr.Count + Amr.Count > 0
        && (Acr.Count == 0 || Acr.Contains(acr, StringComparer.Ordinal))
        && (Amr.Count == 0 || Amr.Intersect(amr, StringComparer.Ordinal).Any());

    /// <summary>Providers write their own name with and without a slash at the end.</summary>
    internal bool IsIssuer(string? issuer) => issuer?.TrimEnd('/') == Authority.OriginalString.TrimEnd('/');

    private static Uri AuthorityOf(IConfiguration section, bool forReal)
    {
        var text = Needed(section, "Authority");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || text.Length > OpenIdBinding.MostIssuer - 1 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new OpenIdRefused($"{Section}:Authority is no address. Give the provider's, as its tokens name it: https://id.example/realm");
        if (address.Scheme == Uri.UriSchemeHttps || (!forReal && address.Scheme == Uri.UriSchemeHttp && IsHere(address)))
            return address;
        throw new OpenIdRefused($"{Section}:Authority must begin with https://: over anything else somebody on the way could sign in as anybody.");
    }

    // By name a resolver decides what this machine is.
    private static bool IsHere(Uri address) => IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip);

    private static string SecretOf(IConfiguration section)
    {
        if (section["ClientSecretFile"] is not { Length: > 0 } file)
            return Needed(section, "ClientSecret");
        if (!File.Exists(file))
            throw new OpenIdRefused($"There is no file {file}, which {Section}:ClientSecretFile names.");
        return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new OpenIdRefused($"{file} is empty: write the secret that the provider gave into it.");
    }

    private static string NameOf(IConfiguration section) => Needed(section, "Name") is { Length: <= MostName } name
        ? name
        : throw new OpenIdRefused($"{Section}:Name is too long for a button: {MostName} signs at most.");

    private static string Needed(IConfiguration section, string setting) => section[setting]?.Trim() is { Length: > 0 } value
        ? value
        : throw new OpenIdRefused($"{Section}:{setting} is missing: signing in by an identity provider needs Authority, ClientId, ClientSecret (or ClientSecretFile) and Name.");

    private static string[] ListOf(IConfiguration section, string setting) =>
        (section[setting] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The settings of the identity provider cannot be used; the message says what to do.</summary>
public sealed class OpenIdRefused(string message) : Exception(message);
