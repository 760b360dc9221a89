using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

internal static class LinksData
{
    extension(Db db)
    {
        internal DbSet<Link> Links => db.Set<Link>();

        /// <summary>Those of referrals that go on: what is over takes its links along.</summary>
        internal IQueryable<Link> LinksOfOpen()
        {
            var open = db.Referrals.Where(r => r.EndedAt == null);
            return db.Links.Where(l => open.Any(r => r.Id == l.Referral));
        }
    }

    extension(IQueryable<Link> links)
    {
        /// <summary>Those that a code would open.</summary>
        internal IQueryable<Link> Waiting(DateTimeOffset now) => links.Where(l => l.End == null && l.OpenedAt == null && l.ExpiresAt > now);

        /// <summary>Those that somebody may be working by.</summary>
        internal IQueryable<Link> Working(DateTimeOffset now)
        {
            var since = now - Link.WorksFor;
            return links.Where(l => l.End == null && l.OpenedAt > since);
        }
    }

    internal static void Map(ModelBuilder model) => model.Entity<Link>(link =>
    {
        link.ToTable("Links");
        link.HasIndex(l => l.Token).IsUnique();
        link.HasIndex(l => l.Session).IsUnique();
        link.HasIndex(l => l.Referral);
        link.HasIndex(l => l.ExpiresAt).HasFilter("\"OpenedAt\" IS NULL");
        link.HasIndex(l => new { l.End, l.Referral }).HasFilter("\"End\" IS NOT NULL");
        link.HasOne<Referral>().WithMany().HasForeignKey(l => l.Referral).OnDelete(DeleteBehavior.Restrict);
    });
}
