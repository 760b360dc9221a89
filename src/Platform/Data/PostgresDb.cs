using Amparo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, DbParts parts) : Db(options, parts)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var audit = modelBuilder.Entity<AuditEntry>();
        audit.HasKey(e => e.Id);
        // The transaction's number orders rows by commit once no older transaction runs: seals wait for that.
        audit.Property(e => e.Position).HasDefaultValueSql("(pg_current_xact_id()::text)::bigint");
        audit.HasIndex(e => new { e.Position, e.Id });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantUtc>();
        foreach (var kind in typeof(Kind).GetNestedTypes())
            configurationBuilder.Properties(typeof(Id<>).MakeGenericType(kind)).HaveConversion(typeof(IdGuid<>).MakeGenericType(kind));
    }
}
