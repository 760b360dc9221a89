using Amparo.Platform.Acts;
using Amparo.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Amparo.Platform.Data;

/// <summary>PostgreSQL groups commits itself: each unit is a transaction of its own connection, its events sent in one batch.</summary>
internal sealed class PostgresLane : IWriteLane
{
    private const string Audit =
        """INSERT INTO "Audit" ("Id","At","By","Agency","Event","Kind","About","Under","Data") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)""";

    private const string Outbox = """INSERT INTO "Outbox" ("Event","Handler","Data","At","DueAt","Attempts") VALUES ($1,$2,$3,$4,$5,0)""";

    private const string Posted = """INSERT INTO "Posted" ("User","Key","Kind","About","At") VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING""";

    private const string Lease =
        """
        UPDATE "Outbox" SET "DueAt" = {0}, "Attempts" = "Attempts" + 1
        WHERE "Id" IN (SELECT "Id" FROM "Outbox" WHERE "DueAt" <= {1} ORDER BY "DueAt" LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING *
        """;

#pragma warning disable RS0030 // The lane is where Platform speaks SQL.
    public async Task CommitAsync(Db db, Unit unit, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (unit.Posted is { } posted)
            await ClaimAsync(connection, posted, cancel);
        if (db.ChangeTracker.HasChanges())
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.FlushAsync(cancel);
        }
        await WriteAsync(connection, unit, cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(Db db, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel) =>
        await db.Set<OutboxMessage>().FromSqlRaw(Lease, until, now, most).AsNoTracking().ToListAsync(cancel);
#pragma warning restore RS0030

    private static async Task ClaimAsync(NpgsqlConnection connection, PostedOnce posted, CancellationToken cancel)
    {
        await using var claim = new NpgsqlCommand(Posted, connection);
        Fill(claim.Parameters, posted.User, posted.Key, posted.Kind, posted.About, posted.At);
        if (await claim.ExecuteNonQueryAsync(cancel) == 0)
            throw new AlreadyPosted();
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Unit unit, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var e in unit.Audit)
            Add(batch, Audit, e.Id, e.At, e.By, e.Agency, e.Event, e.Kind, e.About, e.Under, e.Data);
        foreach (var m in unit.Outbox)
            Add(batch, Outbox, m.Event, m.Handler, m.Data, m.At, m.DueAt);
        if (unit.Delivered is { } delivered)
            Add(batch, """DELETE FROM "Outbox" WHERE "Id"=$1""", delivered);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancel);
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
