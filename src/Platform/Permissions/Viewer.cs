using System.Security.Claims;

namespace Amparo.Platform.Permissions;

/// <summary>Who is looking or acting: a signed-in person, what stands in for one (a link, a key), nobody yet, or the program itself.</summary>
public sealed record Viewer(UserId? User, AgencyId? Agency, OfficeId? Office, SessionId? Session, IReadOnlyList<string> Roles)
{
    public static readonly Viewer Nobody = new(null, null, null, null, []);

    /// <summary>The program acting by itself: the outbox, clocks, the command line.</summary>
    public static readonly Viewer Program = new(null, null, null, null, []);

    /// <summary>What somebody without an account came by.</summary>
    public Pass? Pass { get; init; }

    /// <summary>What acts where no person is signed in: the id of an agency's key.</summary>
    public Guid? Via { get; init; }

    /// <summary>What it is limited to (<see cref="Module.Scope"/>): a role alone lets it do nothing.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whom the audit names: the person, or what stands in for one.</summary>
    public Guid? By => User?.Value ?? Via ?? Pass?.Link.Value;

    public bool Is(string role) => Roles.Contains(role);

    public static Viewer Of(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true)
            return Nobody;
        return new Viewer(
            Read<Kind.User>(principal, Claims.User),
            Read<Kind.Agency>(principal, Claims.Agency),
            Read<Kind.Office>(principal, Claims.Office),
            Read<Kind.Session>(principal, Claims.Session),
            [.. principal.FindAll(Claims.Role).Select(c => c.Value)])
        {
            Pass = Read<Kind.Link>(principal, Claims.Link) is { } link && Read<Kind.Referral>(principal, Claims.Referral) is { } referral
                ? new Pass(link, referral)
                : null,
            Via = Guid.TryParse(principal.FindFirst(Claims.Via)?.Value, out var via) ? via : null,
            Scopes = [.. principal.FindAll(Claims.Scope).Select(c => c.Value)],
        };
    }

    private static Id<T>? Read<T>(ClaimsPrincipal principal, string claim) =>
        Id<T>.TryParse(principal.FindFirst(claim)?.Value, null, out var id) ? id : null;
}

/// <summary>The claims that the principal of a session, or of what stands in for one, carries.</summary>
public static class Claims
{
    public const string User = "user";
    public const string Agency = "agency";
    public const string Office = "office";
    public const string Session = "session";
    public const string Via = "via";
    public const string Scope = "scope";
    public const string Role = "role";
    public const string Name = "name";
    public const string Link = "link";
    public const string Referral = "referral";
}
