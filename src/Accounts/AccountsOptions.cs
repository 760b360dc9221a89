using Amparo.Accounts.OpenId;
using Amparo.Platform;

namespace Amparo.Accounts;

/// <summary>What the host decides about accounts.</summary>
public sealed class AccountsOptions
{
    /// <summary>The demonstration: the code page shows the current code of demo accounts. Never where real data is.</summary>
    public bool DemoMode { get; set; }

    /// <summary>The agency that runs the line, by its code in the pack: its administrators manage the users of every agency.</summary>
    public Code LineAgency { get; set; }

    /// <summary>The domain that passkeys are made for; without it, the host of the address that was asked. Changing it voids every passkey.</summary>
    public string? PasskeyDomain { get; set; }

    /// <summary>The identity provider by which people may sign in too; null where there is none. Set by <c>AddOpenId</c>.</summary>
    public OpenIdSettings? OpenId { get; internal set; }

    /// <summary>PBKDF2 with HMAC-SHA-512. OWASP's Password Storage Cheat Sheet asks for 210,000 or more; older hashes are renewed as people sign in.</summary>
    public int PasswordIterations { get; set; } = 220_000;

    /// <summary>Sign-in posts in five minutes, for one login from one address.</summary>
    public int SignInsPerLogin { get; set; } = 15;

    /// <summary>Sign-in posts in five minutes from one address: a whole office may stand behind it when a shift begins.</summary>
    public int SignInsPerAddress { get; set; } = 150;

    /// <summary>Posts in five minutes from one address to pages where strangers may be guessing: the code of a link, a reference.</summary>
    public int TriesPerAddress { get; set; } = 30;

    /// <summary>Requests in a minute by one key of an agency's program.</summary>
    public int RequestsPerKey { get; set; } = 300;

    /// <summary>Any requests in a minute: of one person, or of one address while nobody is signed in.</summary>
    public int RequestsPerMinute { get; set; } = 1_200;
}
