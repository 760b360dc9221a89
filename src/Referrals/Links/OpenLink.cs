using System.Security.Claims;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Claims = Amparo.Platform.Permissions.Claims;

namespace Amparo.Referrals.Links;

/// <summary>A link that somebody works by, with the office it stands for: a liaison of one referral.</summary>
internal sealed record OpenLink(LinkId Link, ReferralId Referral, AgencyId Agency, OfficeId Office)
{
    public static OpenLink Of(LinkId link, Referral referral) => new(link, referral.Id, referral.ToAgency, referral.To);

    /// <summary>One query: half an hour after it was opened, after leaving, or when the line took the link or the referral back, it is not found.</summary>
    public static Task<OpenLink?> FindAsync(Db db, byte[] session, DateTimeOffset now, CancellationToken cancel) => (
        from l in db.Links.AsNoTracking().Working(now)
        join r in db.Referrals on l.Referral equals r.Id
        where l.Session == session && r.State != ReferralState.Withdrawn
        select new OpenLink(l.Id, r.Id, r.ToAgency, r.To)).SingleOrDefaultAsync(cancel);

    public Viewer Viewer() => Platform.Permissions.Viewer.Of(Principal());

    public ClaimsPrincipal Principal()
    {
        var identity = new ClaimsIdentity(Pass.Scheme, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Link, Link.ToString()));
        identity.AddClaim(new Claim(Claims.Referral, Referral.ToString()));
        identity.AddClaim(new Claim(Claims.Agency, Agency.ToString()));
        identity.AddClaim(new Claim(Claims.Office, Office.ToString()));
        identity.AddClaim(new Claim(Claims.Role, Role.Liaison));
        // Forgery tokens are bound to this one.
        identity.AddClaim(new Claim("sub", Link.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
