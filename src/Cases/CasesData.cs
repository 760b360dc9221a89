using Amparo.Cases.BreakGlass;
using Amparo.Cases.Flags;
using Amparo.Cases.Places;
using Amparo.Cases.Screenings;
using Amparo.Cases.Tasks;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

public static class CasesData
{
    extension(Db db)
    {
        public DbSet<Case> Cases => db.Set<Case>();

        public DbSet<Person> People => db.Set<Person>();
    }

    extension(IQueryable<Case> cases)
    {
        /// <summary>The tie: one's agency took the case or was given a part in it. No role opens a case by itself.</summary>
        public IQueryable<Case> VisibleTo(Viewer viewer)
        {
            var agency = viewer.Agency;
            return viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor) || viewer.Is(Role.CaseWorker)
                ? cases.Where(c => c.Ties.Any(t => t.Agency == agency && t.Until == null))
                : cases.Where(c => false);
        }

        /// <summary>Those that one's own agency took: it answers for who else may see them.</summary>
        public IQueryable<Case> TakenBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return cases.Where(c => c.Ties.Any(t => t.Agency == agency && t.Why == Tie.Took && t.Until == null));
        }
    }

    extension(IQueryable<Person> people)
    {
        /// <summary>Those of the cases that one may see.</summary>
        public IQueryable<Person> In(IQueryable<Case> cases) => people.Where(p => cases.Any(c => c.Id == p.Case));
    }

    internal static void Map(ModelBuilder model)
    {
        BreakGlassData.Map(model);
        TasksData.Map(model);
        PlacesData.Map(model);
        PersonScreeningsData.Map(model);
        model.Entity<RaisedFlag>(flag =>
        {
            flag.ToTable("CaseFlags");
            flag.HasKey(f => new { f.Case, f.Number });
        });
        model.Entity<Case>(@case =>
        {
            @case.ToTable("Cases");
            @case.Property(c => c.Reference).HasMaxLength(7);
            @case.HasIndex(c => c.Reference);
            @case.HasIndex(c => new { c.ClosedAt, c.OpenedAt });
            @case.HasIndex(c => c.OpenedAt);
            @case.HasIndex(c => new { c.AssignedTo, c.ClosedAt });
            @case.Ignore(c => c.Joined);
            @case.Ignore(c => c.Raised);
            @case.Ignore(c => c.Tied);
            @case.HasMany(c => c.Ties).WithOne().HasForeignKey(t => t.Case);
            @case.HasMany(c => c.Receipts).WithOne().HasForeignKey(r => r.Case);
            @case.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.Case);
            @case.HasMany(c => c.Flags).WithOne().HasForeignKey(f => f.Case);
        });
        model.Entity<CaseTie>(tie =>
        {
            tie.ToTable("CaseTies");
            // An agency may be given a part again after one that ended.
            tie.HasKey(t => new { t.Case, t.Agency, t.Since });
            tie.HasIndex(t => t.Agency);
        });
        model.Entity<CaseReceipt>(receipt =>
        {
            receipt.ToTable("CaseReceipts");
            receipt.HasKey(r => new { r.Case, r.Referral });
        });
        model.Entity<JoinedContact>(joined =>
        {
            joined.ToTable("CaseContacts");
            joined.HasKey(j => new { j.Case, j.Number });
            // A contact is in one case at a time, whoever else joins it in the same moment.
            joined.HasIndex(j => j.Contact).IsUnique().HasFilter("\"PartedAt\" IS NULL");
        });
        model.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.HasIndex(p => p.Case);
            person.Property(p => p.ProcessRoles).HasConversion<CodeListText>(CodeListText.Comparer);
            person.HasMany(p => p.Decisions).WithOne().HasForeignKey(d => d.Person);
        });
        model.Entity<DecidedStatus>(decision =>
        {
            decision.ToTable("PersonStatuses");
            decision.HasKey(d => new { d.Person, d.Number });
        });
    }
}
