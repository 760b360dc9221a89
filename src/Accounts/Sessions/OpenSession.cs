using System.Security.Claims;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Claims = Amparo.Platform.Permissions.Claims;

namespace Amparo.Accounts.Sessions;

/// <summary>A session that was found open at this request, with who it is of.</summary>
internal sealed record OpenSession(
    SessionId Id, UserId User, string Name, AgencyId Agency, OfficeId? Office, string[] Roles, Code? Conduct, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt)
{
    /// <summary>After this the person gives the password again. (NIST SP 800-63B-4 allows an hour; a desk with victims' data allows less.)</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(15);

    /// <summary>One shift; then everything is asked again, code included.</summary>
    public static readonly TimeSpan EndsAfter = TimeSpan.FromHours(12);

    /// <summary>What was being typed when the shift ended may still be sent.</summary>
    public static readonly TimeSpan PostsFor = TimeSpan.FromHours(1);

    public bool IsIdle(DateTimeOffset now) => now - LastSeenAt > IdleAfter;

    public bool IsOver(DateTimeOffset now, bool post) => now - StartedAt > EndsAfter + (post ? PostsFor : TimeSpan.Zero);

    public static OpenSession? Of(HttpContext http) => http.Features.Get<OpenSession>();

    /// <summary>One query: an ended session or a deactivated user is not found, at once.</summary>
    public static Task<OpenSession?> FindAsync(Db db, SessionId id, CancellationToken cancel) => (
        from s in db.Sessions.AsNoTracking()
        join u in db.Users on s.User equals u.Id
        where s.Id == id && s.EndedAt == null && u.Active
        select new OpenSession(s.Id, u.Id, u.Name, u.Agency, u.Office, u.Roles, u.Conduct, s.StartedAt, s.LastSeenAt)).SingleOrDefaultAsync(cancel);

    public ClaimsPrincipal Principal()
    {
        var identity = new ClaimsIdentity(SessionCookie.Scheme, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.User, User.ToString()));
        identity.AddClaim(new Claim(Claims.Agency, Agency.ToString()));
        identity.AddClaim(new Claim(Claims.Session, Id.ToString()));
        identity.AddClaim(new Claim(Claims.Name, Name));
        if (Office is { } office)
            identity.AddClaim(new Claim(Claims.Office, office.ToString()));
        identity.AddClaims(Roles.Select(role => new Claim(Claims.Role, role)));
        // Forgery tokens are bound to this one: without it they would be bound to every claim, and a change of role would void open forms.
        identity.AddClaim(new Claim("sub", User.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
