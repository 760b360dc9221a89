using Amparo.Platform.Acts;
using Amparo.Platform.Audit;
using Amparo.Platform.Events;
using Amparo.Platform.Outbox;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>The database. <see cref="RecordAsync"/> is the only way to save: state, audit entry and outbox messages in one durable transaction.</summary>
public abstract class Db(DbContextOptions options, DbParts parts) : DbContext(options)
{
    private bool _flushing;

    /// <summary>Who acts: the signed-in person, unless an act (signing in) says otherwise.</summary>
    public Viewer Acting { get; set; } = parts.Viewer;

    /// <summary>The key of the form being carried out, so that a repeat does nothing.</summary>
    internal Guid? Posting { get; set; }

    /// <summary>The outbox message being delivered: it is taken off in the transaction of the event its handler records.</summary>
    internal long? Delivering { get; set; }

    /// <summary>Which modules are mapped, for <see cref="ModelPerModules"/>.</summary>
    internal string Mapped => parts.Modules.Mapped;

    public IQueryable<AuditEntry> Audit => Set<AuditEntry>().AsNoTracking();

    /// <summary>Saves what changed together with what happened and with what that led to, or nothing at all.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the record meanwhile.</exception>
    /// <exception cref="AlreadyPosted">The form was carried out before.</exception>
    public async Task RecordAsync(IEvent happened, CancellationToken cancel)
    {
        var before = new TrackedBefore(ChangeTracker);
        try
        {
            var events = await parts.Consequences.OfAsync(this, happened, cancel);
            await CommitAsync(parts.Units.For(this, events), cancel);
        }
        catch
        {
            before.PutBack();
            throw;
        }
        (Delivering, Posting) = (null, null);
        parts.Bell.Ring();
    }

    /// <summary>Saves bookkeeping (<see cref="BookkeepingAttribute"/>), which is no act of a person and leaves no event.</summary>
    /// <exception cref="SavedWithoutEventException">Something else changed too: that needs <see cref="RecordAsync"/>.</exception>
    public Task KeepAsync(CancellationToken cancel)
    {
        ChangeTracker.DetectChanges();
        var other = ChangeTracker.Entries().FirstOrDefault(e => e.State != EntityState.Unchanged && !BookkeepingAttribute.Marks(e.Metadata.ClrType));
        if (other is not null)
            throw new SavedWithoutEventException(other.Metadata.ClrType.Name);
        return CommitAsync(Unit.Empty, cancel);
    }

    /// <summary>Takes messages that are due, for this node alone until <paramref name="until"/>.</summary>
    internal Task<IReadOnlyList<OutboxMessage>> LeaseAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel) =>
        parts.Lane.LeaseAsync(this, now, until, most, cancel);

    /// <summary>Takes a delivered message off the outbox.</summary>
    internal Task DeliveredAsync(long message, CancellationToken cancel) => CommitAsync(Unit.Empty with { Delivered = message }, cancel);

#pragma warning disable RS0030 // The one place that saves: the lanes call Flush inside the transaction that also holds the events.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        _flushing ? base.SaveChanges(acceptAllChangesOnSuccess) : throw new SavedWithoutEventException(null);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _flushing ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw new SavedWithoutEventException(null);

    internal void Flush()
    {
        _flushing = true;
        try { SaveChanges(acceptAllChangesOnSuccess: false); }
        finally { _flushing = false; }
    }

    internal async Task FlushAsync(CancellationToken cancel)
    {
        _flushing = true;
        try { await SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel); }
        finally { _flushing = false; }
    }
#pragma warning restore RS0030

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformModel.Map(modelBuilder);
        parts.Modules.Map(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))))
            modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Code>().HaveConversion<CodeText>().HaveMaxLength(40);
        configurationBuilder.Properties<Protection.Sealed>().HaveConversion<SealedBytes>();
        configurationBuilder.Properties<Protection.BlindIndex>().HaveConversion<BlindIndexBytes>();
    }

    private async Task CommitAsync(Unit unit, CancellationToken cancel)
    {
        ChangeTracker.DetectChanges();
        // Nothing changes a record from here on: EF need not look again at each step.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Versions.Raise(ChangeTracker);
            await parts.Lane.CommitAsync(this, unit, cancel);
            ChangeTracker.AcceptAllChanges();
        }
        catch
        {
            Versions.PutBack(ChangeTracker);
            throw;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}

/// <summary>What every <see cref="Db"/> is given, in one parcel.</summary>
public sealed class DbParts
{
    internal DbParts(Modules modules, Viewer viewer, Consequences consequences, Units units, IWriteLane lane, Bell bell) =>
        (Modules, Viewer, Consequences, Units, Lane, Bell) = (modules, viewer, consequences, units, lane, bell);

    internal Modules Modules { get; }

    internal Viewer Viewer { get; }

    internal Consequences Consequences { get; }

    internal Units Units { get; }

    internal IWriteLane Lane { get; }

    internal Bell Bell { get; }
}

/// <summary>A save that does not say what happened: a bug, never an answer to a person.</summary>
public sealed class SavedWithoutEventException(string? entity)
    : InvalidOperationException($"Use db.RecordAsync(event, cancel){(entity is null ? "" : $": {entity} is no bookkeeping")}.");
