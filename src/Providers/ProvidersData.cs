using System.Text.Json;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Providers;

public static class ProvidersData
{
    extension(Db db)
    {
        public DbSet<Agency> Agencies => db.Set<Agency>();

        public DbSet<Office> Offices => db.Set<Office>();
    }

    extension(IQueryable<Agency> agencies)
    {
        /// <summary>What each is called, and nothing else of it.</summary>
        public Task<Dictionary<AgencyId, string>> NamesAsync(CancellationToken cancel) =>
            agencies.Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
    }

    extension(IQueryable<Office> offices)
    {
        /// <summary>What each is called, and nothing else of it.</summary>
        public Task<Dictionary<OfficeId, string>> NamesAsync(CancellationToken cancel) =>
            offices.Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);

        /// <summary>Whose duty contacts somebody may change: administrators those of their agency, liaisons those of their own office.</summary>
        public IQueryable<Office> EditableBy(Viewer viewer)
        {
            var (agency, own) = (viewer.Agency, viewer.Office);
            return viewer.Is(Role.Administrator) ? offices.Where(o => o.Active && o.Agency == agency)
                : viewer.Is(Role.Liaison) ? offices.Where(o => o.Active && o.Agency == agency && o.Id == own)
                : offices.Where(o => false);
        }
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Agency>(agency =>
        {
            agency.ToTable("Agencies");
            agency.HasIndex(a => a.Code).IsUnique();
            agency.Property(a => a.Name).HasMaxLength(200);
        });
        model.Entity<Office>(office =>
        {
            office.ToTable("Offices");
            office.HasIndex(o => o.Code).IsUnique();
            office.Property(o => o.Name).HasMaxLength(200);
            office.Property(o => o.Address).HasMaxLength(200);
            office.Property(o => o.Hours).HasConversion(h => Write(h), text => Read<Hours>(text), Same<Hours>());
            office.Property(o => o.Duty).HasConversion(d => Write(d), text => Read<IReadOnlyList<DutyContact>>(text), Same<IReadOnlyList<DutyContact>>());
            office.Property(o => o.Needs).HasConversion(n => Write(n), text => Read<IReadOnlyList<string>>(text), Same<IReadOnlyList<string>>());
            office.HasMany(o => o.Areas).WithOne().HasForeignKey(a => a.Office);
        });
        model.Entity<OfficeArea>(area =>
        {
            area.ToTable("OfficeAreas");
            area.HasKey(a => new { a.Office, a.Area });
            area.Property(a => a.Area).HasMaxLength(40);
            area.HasIndex(a => a.Area);
        });
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!;

    // Lists in a JSON column are compared as they are written.
    private static ValueComparer<T> Same<T>() => new((a, b) => Write(a) == Write(b), v => Write(v).GetHashCode(StringComparison.Ordinal), v => Read<T>(Write(v)));
}
