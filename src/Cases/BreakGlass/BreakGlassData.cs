using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

internal static class BreakGlassData
{
    extension(Db db)
    {
        public DbSet<EmergencyAccess> EmergencyAccesses => db.Set<EmergencyAccess>();

        /// <summary>For pages that only read, and for them alone: the cases of one's tie and those whose glass one broke.
        /// Acts begin from <c>VisibleTo</c>; what comes from here is not followed, so that no change of it is saved.</summary>
        public IQueryable<Case> ReadableCases(Viewer viewer, DateTimeOffset now)
        {
            var (tied, open) = (db.Cases.VisibleTo(viewer), db.EmergencyAccesses.OpenTo(viewer, now));
            return db.Cases.AsNoTracking().Where(c => tied.Any(t => t.Id == c.Id) || open.Any(a => a.Case == c.Id));
        }

        /// <summary>The cases whose words may be read for a purpose.</summary>
        public IQueryable<Case> CasesToRead(Viewer viewer, Code purpose, DateTimeOffset now)
        {
            var open = db.EmergencyAccesses.OpenTo(viewer, now);
            return purpose == EmergencyAccess.Purpose ? db.Cases.Where(c => open.Any(a => a.Case == c.Id)) : db.Cases.VisibleTo(viewer);
        }
    }

    extension(IQueryable<EmergencyAccess> accesses)
    {
        /// <summary>Those through which somebody reads now.</summary>
        public IQueryable<EmergencyAccess> OpenTo(Viewer viewer, DateTimeOffset now)
        {
            var me = viewer.User;
            return viewer.Is(Role.Supervisor) || viewer.Is(Role.CaseWorker)
                ? accesses.Where(a => a.By == me && a.EndedAt == null && a.ExpiresAt > now)
                : accesses.Where(a => false);
        }

        /// <summary>Those that a supervisor of the agency that took the case looks at.</summary>
        public IQueryable<EmergencyAccess> WatchedBy(Viewer viewer, IQueryable<Case> cases)
        {
            var taken = cases.TakenBy(viewer);
            return viewer.Is(Role.Supervisor) ? accesses.Where(a => taken.Any(c => c.Id == a.Case)) : accesses.Where(a => false);
        }

        /// <summary>One's own, and those one watches.</summary>
        public IQueryable<EmergencyAccess> VisibleTo(Viewer viewer, IQueryable<Case> cases)
        {
            var (me, watched) = (viewer.User, accesses.WatchedBy(viewer, cases));
            return accesses.Where(a => a.By == me || watched.Any(w => w.Id == a.Id));
        }
    }

    public static void Map(ModelBuilder model) => model.Entity<EmergencyAccess>(access =>
    {
        access.ToTable("EmergencyAccesses");
        access.HasIndex(a => a.Case);
        access.HasIndex(a => new { a.By, a.ExpiresAt });
        access.HasIndex(a => a.ReviewedAt);
    });
}
