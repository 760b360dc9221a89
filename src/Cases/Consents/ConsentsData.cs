using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

public static class ConsentsData
{
    extension(Db db)
    {
        internal DbSet<Consent> Consents => db.Set<Consent>();
    }

    extension(IQueryable<Consent> consents)
    {
        /// <summary>Those of people of the cases one's agency took, and those for one's own agency: whom else somebody trusts is not for it to know.</summary>
        internal IQueryable<Consent> VisibleTo(Viewer viewer, Db db)
        {
            var agency = viewer.Agency;
            var (taken, seen) = (db.People.In(db.Cases.TakenBy(viewer)), db.People.In(db.Cases.VisibleTo(viewer)));
            return consents.Where(c => taken.Any(p => p.Id == c.Person) || (c.Agency == agency && seen.Any(p => p.Id == c.Person)));
        }
    }

    internal static void Map(ModelBuilder model) => model.Entity<Consent>(consent =>
    {
        consent.ToTable("Consents");
        consent.Property(c => c.Groups).HasConversion<CodeListText>(CodeListText.Comparer);
        consent.HasIndex(c => new { c.Person, c.Agency });
        consent.HasOne<Person>().WithMany().HasForeignKey(c => c.Person);
    });
}
