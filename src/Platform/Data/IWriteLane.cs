using Amparo.Platform.Outbox;

namespace Amparo.Platform.Data;

/// <summary>How one database takes writes: SQLite one after the other in groups, PostgreSQL side by side.</summary>
internal interface IWriteLane
{
    /// <summary>Writes the tracked changes and the unit in one transaction; returns when it is durable.</summary>
    Task CommitAsync(Db db, Unit unit, CancellationToken cancel);

    /// <summary>Runs each statement, which names in its condition what it was made from; returns how many still found it.</summary>
    /// <remarks>Only for the same words under another key: what people do goes through <see cref="Db.RecordAsync"/>.</remarks>
    Task<int> SwapAsync(Db db, IReadOnlyList<Statement> swaps, CancellationToken cancel);

    /// <summary>Takes up to <paramref name="most"/> due messages for this node alone until <paramref name="until"/>.</summary>
    Task<IReadOnlyList<OutboxMessage>> LeaseAsync(Db db, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel);
}
