using System.Diagnostics.CodeAnalysis;
using Amparo.Platform.Acts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>The one writing connection of a SQLite database, with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _connectionString;
    private readonly SqliteCommand _audit;
    private readonly SqliteCommand _outbox;
    private readonly SqliteCommand _posted;
    private readonly SqliteCommand _delivered;
    private readonly SqliteCommand _lease;
    private readonly SqliteCommand _save;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _undo;
    private readonly SqliteInserts _inserts;
    private SqliteTransaction? _transaction;

    public SqliteWriter(string connectionString)
    {
        _connectionString = connectionString;
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        using (var pragmas = _connection.CreateCommand())
        {
            // FULL: a commit is answered only after its bytes are synced to disk.
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            pragmas.ExecuteNonQuery();
        }
        _inserts = new SqliteInserts(_connection);
        _audit = Prepare(
            """INSERT INTO "Audit" ("Id","At","By","Agency","Event","Kind","About","Under","Data") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)""", 9);
        _outbox = Prepare("""INSERT INTO "Outbox" ("Event","Handler","Data","At","DueAt","Attempts") VALUES ($1,$2,$3,$4,$5,0)""", 5);
        _posted = Prepare("""INSERT INTO "Posted" ("User","Key","Kind","About","At") VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING""", 5);
        _delivered = Prepare("""DELETE FROM "Outbox" WHERE "Id"=$1""", 1);
        _lease = Prepare("""UPDATE "Outbox" SET "DueAt"=$1, "Attempts"="Attempts"+1 WHERE "Id"=$2 AND "DueAt"<=$3""", 3);
        _save = Prepare("SAVEPOINT unit", 0);
        _release = Prepare("RELEASE unit", 0);
        _undo = Prepare("ROLLBACK TO unit", 0);
    }

    public void Begin() => _transaction = _connection.BeginTransaction(deferred: false);

    public void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    /// <summary>Runs one unit within a savepoint: when it fails, only it is undone.</summary>
    public bool TryWithin(Action<SqliteWriter> write, [NotNullWhen(false)] out Exception? failure)
    {
        Run(_save);
        try
        {
            write(this);
            Run(_release);
            failure = null;
            return true;
        }
        catch (Exception caught)
        {
            Run(_undo);
            Run(_release);
            failure = caught;
            return false;
        }
    }

    public void Write(Db db, Unit unit)
    {
        if (unit.Posted is { } posted && Run(_posted, Key(posted.User), Key(posted.Key), posted.Kind, Key(posted.About), posted.At.UtcTicks) == 0)
            throw new AlreadyPosted();
        if (Inserts.Of(db.ChangeTracker) is { } inserts)
            _inserts.Write(inserts, _transaction!);
        else
            Flush(db);
        foreach (var e in unit.Audit)
            Run(_audit, Key(e.Id), e.At.UtcTicks, Key(e.By), Key(e.Agency), e.Event, e.Kind, Key(e.About), Key(e.Under), e.Data);
        foreach (var m in unit.Outbox)
            Run(_outbox, m.Event, m.Handler, m.Data, m.At.UtcTicks, m.DueAt!.Value.UtcTicks);
        if (unit.Delivered is { } delivered)
            Run(_delivered, delivered);
    }

    /// <summary>Takes a message until then, if it is still due.</summary>
    public bool Lease(long message, DateTimeOffset now, DateTimeOffset until) => Run(_lease, until.UtcTicks, message, now.UtcTicks) == 1;

    /// <summary>1, or 0 when the row no longer holds what the statement was made from.</summary>
    public int Swap(Statement statement)
    {
        using var command = statement.On(_connection);
        command.Transaction = _transaction;
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_audit, _outbox, _posted, _delivered, _lease, _save, _release, _undo])
            command.Dispose();
        _inserts.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private void Flush(Db db)
    {
#pragma warning disable RS0030 // The caller's context borrows the writing connection for the length of its unit.
        db.Database.AutoSavepointsEnabled = false;
        db.Database.SetDbConnection(_connection, contextOwnsConnection: false);
        db.Database.UseTransaction(_transaction);
        try
        {
            db.Flush();
        }
        finally
        {
            db.Database.UseTransaction(null);
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(_connectionString);
        }
#pragma warning restore RS0030
    }

    private SqliteCommand Prepare(string sql, int parameters) => SqliteInserts.Prepare(_connection, sql, parameters);

    private int Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.Transaction = _transaction;
        return command.ExecuteNonQuery();
    }

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    private static byte[]? Key(Guid? id) => id?.ToByteArray(bigEndian: true);
}
