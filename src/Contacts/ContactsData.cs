using Amparo.Contacts.Questions;
using Amparo.Contacts.Returning;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Contacts;

public static class ContactsData
{
    extension(Db db)
    {
        public DbSet<Contact> Contacts => db.Set<Contact>();

        internal DbSet<FollowUp> FollowUps => db.Set<FollowUp>();

        internal DbSet<ScreeningSheet> Screenings => db.Set<ScreeningSheet>();

        internal DbSet<ReturnSecret> ReturnSecrets => db.Set<ReturnSecret>();

        internal DbSet<ContactLink> ContactLinks => db.Set<ContactLink>();
    }

    extension(IQueryable<Contact> contacts)
    {
        /// <summary>The tie: a contact is seen by the line that took it, and by nobody else.</summary>
        public IQueryable<Contact> VisibleTo(Viewer viewer)
        {
            var agency = viewer.Agency;
            return viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor)
                ? contacts.Where(c => c.Agency == agency)
                : contacts.Where(c => false);
        }
    }

    extension(IQueryable<Contact> contacts)
    {
        /// <summary>Those that one's own line took, for whoever follows the case they came to belong to. What was answered there is read by this tie,
        /// and nothing else of a contact.</summary>
        internal IQueryable<Contact> FollowedBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor) || viewer.Is(Role.CaseWorker)
                ? contacts.Where(c => c.Agency == agency)
                : contacts.Where(c => false);
        }
    }

    extension(IQueryable<FollowUp> followUps)
    {
        internal IQueryable<FollowUp> VisibleTo(Viewer viewer)
        {
            var agency = viewer.Agency;
            return viewer.Is(Role.Operator) || viewer.Is(Role.Supervisor)
                ? followUps.Where(f => f.Agency == agency)
                : followUps.Where(f => false);
        }
    }

    internal static void Map(ModelBuilder model)
    {
        Map(model.Entity<Contact>());
        model.Entity<ScreeningSheet>(sheet =>
        {
            sheet.ToTable("Screenings");
            sheet.HasIndex(s => new { s.Contact, s.Number }).IsUnique();
        });
        model.Entity<ReturnSecret>(secret =>
        {
            secret.ToTable("ReturnSecrets");
            secret.HasKey(s => s.Contact);
            secret.HasIndex(s => s.Index);
        });
        model.Entity<ContactLink>(link =>
        {
            link.ToTable("ContactLinks");
            link.HasKey(l => new { l.Contact, l.Earlier });
            link.HasIndex(l => l.Earlier);
        });
        model.Entity<FollowUp>(followUp =>
        {
            followUp.ToTable("FollowUps");
            followUp.HasIndex(f => f.Contact);
            followUp.HasIndex(f => new { f.Agency, f.DoneAt, f.DueAt });
        });
    }

    private static void Map(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("Contacts");
        contact.Property(c => c.Reference).HasMaxLength(7);
        contact.HasIndex(c => c.Reference);
        contact.HasIndex(c => new { c.Agency, c.OpenedAt });
        // Of a long history few are open: an index of those alone is never mistaken for one of all.
        contact.HasIndex(c => new { c.Agency, c.OpenedAt }, "IX_Contacts_Open").HasFilter("\"ClosedAt\" IS NULL");
        // The numbers that are still known, the oldest first: each is forgotten in its time.
        contact.HasIndex(c => c.OpenedAt).HasFilter("\"Safety_PhoneIndex\" IS NOT NULL");
        contact.HasIndex(c => new { c.Agency, c.ClosedAt }).HasFilter("\"ClosedAt\" IS NOT NULL");
        contact.HasIndex(c => new { c.Area, c.OpenedAt });
        contact.OwnsOne(c => c.Safety, safety =>
        {
            safety.Property(s => s.NeverTell).HasConversion<IdListText<Platform.Kind.Agency>>(IdListText<Platform.Kind.Agency>.Comparer);
            safety.HasIndex(s => s.PhoneIndex);
        });
    }
}
