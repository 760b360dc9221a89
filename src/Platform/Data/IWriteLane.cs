using Amparo.Platform.Outbox;

namespace Amparo.Platform.Data;

/// <summary>How one database takes writes: SQLite one after the other in groups, PostgreSQL side by side.</summary>
internal interface IWriteLane
{
    /// <summary>Writes the tracked changes and the unit in one transaction; returns when it is durable.</summary>
    Task CommitAsync(Db db, Unit unit, CancellationToken cancel);

    /// <summary>Takes up to <paramref name="most"/> due messages for this node alone until <paramref name="until"/>.</summary>
    Task<IReadOnlyList<OutboxMessage>> LeaseAsync(Db db, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel);
}
