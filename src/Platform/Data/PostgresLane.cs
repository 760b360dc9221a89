using Amparo.Platform.Acts;
using Amparo.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace Amparo.Platform.Data;

/// <summary>PostgreSQL groups commits itself: each unit is a transaction of its own connection, sent in one batch where EF has no part in it.</summary>
internal sealed class PostgresLane : IWriteLane
{
    private const string Audit =
        """INSERT INTO "Audit" ("Id","At","By","Agency","Event","Kind","About","Under","Data") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)""";

    private const string Outbox = """INSERT INTO "Outbox" ("Event","Handler","Data","At","DueAt","Attempts") VALUES ($1,$2,$3,$4,$5,0)""";

    private const string Posted = """INSERT INTO "Posted" ("User","Key","Kind","About","At") VALUES ($1,$2,$3,$4,$5)""";

    private const string Lease =
        """
        UPDATE "Outbox" SET "DueAt" = {0}, "Attempts" = "Attempts" + 1
        WHERE "Id" IN (SELECT "Id" FROM "Outbox" WHERE "DueAt" <= {1} ORDER BY "DueAt" LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING *
        """;

#pragma warning disable RS0030 // The lane is where Platform speaks SQL.
    public async Task CommitAsync(Db db, Unit unit, CancellationToken cancel)
    {
        if (Inserts.Of(db.ChangeTracker) is { } inserts)
            await CommitBatchAsync(db, unit, inserts, cancel);
        else
            await CommitByEfAsync(db, unit, cancel);
    }

    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(Db db, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel) =>
        await db.Set<OutboxMessage>().FromSqlRaw(Lease, until, now, most).AsNoTracking().ToListAsync(cancel);

    // Each row for itself: locks on many rows at once could end the act of a person in a deadlock.
    public async Task<int> SwapAsync(Db db, IReadOnlyList<Statement> swaps, CancellationToken cancel)
    {
        var taken = 0;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            foreach (var swap in swaps)
            {
                await using var command = swap.On(db.Database.GetDbConnection());
                taken += await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return taken;
    }

    // One round trip: a batch without a transaction of its own is one transaction, committed before it is answered.
    private static async Task CommitBatchAsync(Db db, Unit unit, IReadOnlyList<Insert> inserts, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("A unit is a transaction of its own.");
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            if (unit.Posted is { } posted)
                Add(batch, Posted, posted.User, posted.Key, posted.Kind, posted.About, posted.At);
            foreach (var (plan, entry) in inserts)
                Add(batch, plan, entry);
            Add(batch, unit);
            // Once sent it can no longer be called back: the answer says what became of it.
            cancel.ThrowIfCancellationRequested();
            if (batch.BatchCommands.Count > 0)
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (PostgresException failure) when (failure is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "Posted" })
        {
            throw new AlreadyPosted();
        }
        catch (PostgresException failure) when (inserts.Count > 0)
        {
            throw new DbUpdateException("A new record could not be saved.", failure, [.. inserts.Select(i => i.Entry)]);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task CommitByEfAsync(Db db, Unit unit, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (unit.Posted is { } posted)
            await ClaimAsync(connection, posted, cancel);
        db.Database.AutoSavepointsEnabled = false;
        await db.FlushAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, unit);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }
#pragma warning restore RS0030

    private static async Task ClaimAsync(NpgsqlConnection connection, PostedOnce posted, CancellationToken cancel)
    {
        await using var claim = new NpgsqlCommand($"{Posted} ON CONFLICT DO NOTHING", connection);
        Fill(claim.Parameters, posted.User, posted.Key, posted.Kind, posted.About, posted.At);
        if (await claim.ExecuteNonQueryAsync(cancel) == 0)
            throw new AlreadyPosted();
    }

    private static void Add(NpgsqlBatch batch, Unit unit)
    {
        foreach (var e in unit.Audit)
            Add(batch, Audit, e.Id, e.At, e.By, e.Agency, e.Event, e.Kind, e.About, e.Under, e.Data);
        foreach (var m in unit.Outbox)
            Add(batch, Outbox, m.Event, m.Handler, m.Data, m.At, m.DueAt);
        if (unit.Delivered is { } delivered)
            Add(batch, """DELETE FROM "Outbox" WHERE "Id"=$1""", delivered);
    }

    private static void Add(NpgsqlBatch batch, InsertPlan plan, EntityEntry entry)
    {
        using var maker = new NpgsqlCommand();
        var command = new NpgsqlBatchCommand(plan.Sql);
        for (var i = 0; i < plan.Width; i++)
            command.Parameters.Add(plan.Parameter(maker, entry, i));
        batch.BatchCommands.Add(command);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Fill(command.Parameters, values);
        batch.BatchCommands.Add(command);
    }

    private static void Fill(NpgsqlParameterCollection parameters, params object?[] values)
    {
        foreach (var value in values)
            parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
    }
}
