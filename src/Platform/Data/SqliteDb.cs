using Amparo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, DbParts parts) : Db(options, parts)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var audit = modelBuilder.Entity<AuditEntry>();
        audit.HasKey(e => e.Position);
        audit.Property(e => e.Position).ValueGeneratedOnAdd();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantTicks>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
        foreach (var kind in typeof(Kind).GetNestedTypes())
            configurationBuilder.Properties(typeof(Id<>).MakeGenericType(kind)).HaveConversion(typeof(IdBytes<>).MakeGenericType(kind));
    }
}
