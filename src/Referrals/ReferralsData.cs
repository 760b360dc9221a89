using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

public static class ReferralsData
{
    extension(Db db)
    {
        internal DbSet<Referral> Referrals => db.Set<Referral>();
    }

    extension(IQueryable<Referral> referrals)
    {
        /// <summary>The tie: the line that sent it (for case workers only what was sent from a case), and the office that received it (or all offices of its agency, for those of no office).</summary>
        internal IQueryable<Referral> VisibleTo(Viewer viewer)
        {
            if (viewer.Pass is { } pass)
                return referrals.OpenedBy(pass);
            var (agency, office) = (viewer.Agency, viewer.Office);
            var line = viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor);
            var follower = viewer.Is(Role.CaseWorker);
            var receiver = viewer.Is(Role.Liaison);
            return referrals.Where(r => (r.From == agency && (line || (follower && r.Case != null))) || (receiver && r.ToAgency == agency && (office == null || r.To == office)));
        }

        /// <summary>Those whose words one may still read: the line that sent it always, the receiver while it lasts.</summary>
        internal IQueryable<Referral> LastingFor(Viewer viewer)
        {
            var agency = viewer.Agency;
            return referrals.VisibleTo(viewer).Where(r => r.EndedAt == null || r.From == agency);
        }

        /// <summary>Those one's own line sent.</summary>
        internal IQueryable<Referral> SentBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor) ? referrals.Where(r => r.From == agency) : referrals.Where(r => false);
        }

        /// <summary>Those one may answer: received, not sent.</summary>
        internal IQueryable<Referral> ReceivedBy(Viewer viewer)
        {
            if (viewer.Pass is { } pass)
                return referrals.OpenedBy(pass);
            var (agency, office) = (viewer.Agency, viewer.Office);
            return viewer.Is(Role.Liaison)
                ? referrals.Where(r => r.ToAgency == agency && (office == null || r.To == office))
                : referrals.Where(r => false);
        }

        /// <summary>The one that a link opens, unless the line took it back.</summary>
        private IQueryable<Referral> OpenedBy(Pass pass)
        {
            var only = pass.Referral;
            return referrals.Where(r => r.Id == only && r.State != ReferralState.Withdrawn);
        }
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Referral>(referral =>
        {
            referral.ToTable("Referrals");
            referral.Property(r => r.Reference).HasMaxLength(7);
            referral.HasIndex(r => r.Contact);
            referral.HasIndex(r => new { r.ToAgency, r.State, r.SentAt });
            referral.HasIndex(r => new { r.From, r.State, r.SentAt });
            referral.HasIndex(r => r.Case).HasFilter("\"Case\" IS NOT NULL");
            referral.HasIndex(r => new { r.From, r.SentAt }).HasFilter("\"EndedAt\" IS NULL");
            referral.HasIndex(r => new { r.ToAgency, r.AnsweredAt });
            referral.HasIndex(r => new { r.From, r.ReviewDueAt }).HasFilter("\"ReviewDueAt\" IS NOT NULL AND \"Review_At\" IS NULL");
            referral.Ignore(r => r.AwaitsReview);
            referral.OwnsOne(r => r.Review);
            referral.HasMany(r => r.OfPeople).WithOne().HasForeignKey(f => f.Referral);
            referral.HasMany(r => r.Shared).WithOne().HasForeignKey(s => s.Referral);
        });
        model.Entity<SharedPersonFact>(shared =>
        {
            shared.ToTable("SharedPersonFacts");
            shared.HasIndex(s => s.Referral);
        });
        model.Entity<SharedFact>(shared =>
        {
            shared.ToTable("SharedFacts");
            shared.HasKey(s => new { s.Referral, s.Field });
        });
    }
}
