using System.Security.Cryptography;
using System.Text;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Providers;

namespace Amparo.Accounts.ApiKeys;

/// <summary>By what an agency's own program comes in: it acts as a liaison of the agency, or of one office, and only within its scopes.</summary>
public sealed class ApiKey : IVersioned
{
    public const string Mark = "amp_";

    /// <summary>Then somebody looks again whether the other program is still theirs.</summary>
    public const int MostDays = 365;

    private const int PrefixLength = 8;

    // 44 of 62 signs: 261 bits, too many to be guessed, so that a plain hash is enough.
    private const int SecretLength = 44;
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private init; } = ApiKeyId.New();

    public AgencyId Agency { get; private init; }

    /// <summary>Null for every office of the agency.</summary>
    public OfficeId? Office { get; private init; }

    /// <summary>Which program it is for; timelines name it.</summary>
    public string Name { get; private init; } = "";

    public string[] Scopes { get; private init; } = [];

    /// <summary>Its first signs, by which it is found and people tell it from others.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>SHA-256 of the whole key.</summary>
    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset Until { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private init; } = 1;

    /// <summary>Makes one; its text is told this once.</summary>
    internal static (ApiKey Key, string Text, ApiKeyMade Made) Make(string name, Agency agency, Office? office, IReadOnlyCollection<string> scopes, DateTimeOffset until, DateTimeOffset now)
    {
        if (scopes.Count == 0)
            throw new Refused("api-keys.scopes-missing");
        if (office is not null && office.Agency != agency.Id)
            throw new Refused("api-keys.office-other");
        if (until <= now || until > now.AddDays(MostDays + 1))
            throw new Refused("api-keys.until-range", MostDays);
        var prefix = RandomNumberGenerator.GetString(Signs, PrefixLength);
        var text = $"{Mark}{prefix}{RandomNumberGenerator.GetString(Signs, SecretLength)}";
        var key = new ApiKey
        {
            Agency = agency.Id,
            Office = office?.Id,
            Name = name,
            Scopes = [.. scopes],
            Prefix = prefix,
            Hash = HashOf(text),
            MadeAt = now,
            Until = until,
        };
        return (key, text, new ApiKeyMade(key.Id, key.Agency, key.Office, [.. scopes.Select(s => new Code(s.Replace(':', '.')))], until));
    }

    internal ApiKeyRevoked Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            throw new Refused("api-keys.revoked-already");
        RevokedAt = now;
        return new ApiKeyRevoked(Id, Agency);
    }

    internal bool Works(DateTimeOffset now) => RevokedAt is null && now < Until;

    /// <summary>Whether a text is this very key.</summary>
    internal bool Is(string text) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(text));

    /// <summary>The prefix of what may be a key; null for what cannot be one.</summary>
    internal static string? PrefixOf(string text) =>
        text.Length == Mark.Length + PrefixLength + SecretLength && text.StartsWith(Mark, StringComparison.Ordinal) && text[Mark.Length..].All(char.IsAsciiLetterOrDigit)
            ? text.Substring(Mark.Length, PrefixLength)
            : null;

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));
}

/// <summary>When a key was last used: what shows an administrator which one nobody needs. Apart from the key, which changes by events alone.</summary>
[Bookkeeping]
internal sealed class ApiKeyUse
{
    public ApiKeyId Key { get; init; }

    public DateTimeOffset? LastAt { get; private set; }

    public void See(DateTimeOffset now) => LastAt = now;
}
