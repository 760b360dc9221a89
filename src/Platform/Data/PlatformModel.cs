using Amparo.Platform.Acts;
using Amparo.Platform.Audit;
using Amparo.Platform.Clocks;
using Amparo.Platform.Outbox;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>Platform's own tables.</summary>
internal static class PlatformModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("Audit");
            audit.Property(e => e.Event).HasMaxLength(60);
            audit.Property(e => e.Kind).HasMaxLength(20);
            audit.HasIndex(e => e.About);
            audit.HasIndex(e => e.Under);
            audit.HasIndex(e => e.At);
        });
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("Outbox");
            outbox.HasIndex(m => m.DueAt);
        });
        model.Entity<PostedOnce>(posted =>
        {
            posted.ToTable("Posted");
            posted.HasKey(p => new { p.User, p.Key });
            posted.HasIndex(p => p.At);
        });
        Seal.Map(model.Entity<Seal>());
        Draft.Map(model.Entity<Draft>());
        StoredKey.Map(model.Entity<StoredKey>());
        Clock.Map(model.Entity<Clock>());
    }
}
