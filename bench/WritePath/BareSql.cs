using System.Data.Common;
using Amparo.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Amparo.WritePath;

/// <summary>The baseline: the same rows in one bare durable transaction through prepared commands, a connection for each writer.</summary>
internal sealed class BareSql(DatabaseAddress address, IReadOnlyList<Row> rows) : IWriting
{
    private readonly List<DbConnection> _all = [];
    private readonly List<Func<Task>> _writers = [];

    /// <summary>Lets our way write one contact, and takes the rows it left as the pattern.</summary>
    public static async Task<BareSql> OpenAsync(string place)
    {
        await using (var ours = await Recording.OpenAsync(place))
            await ours.WriteAsync();
        var address = DatabaseAddress.Parse(place);
        await using var connection = Make(address);
        await connection.OpenAsync();
        // EF leaves out the columns of an absent safety record; positions and numbers are the database's.
        return new BareSql(address,
        [
            await Row.ReadAsync(connection, "Contacts", column => !column.StartsWith("Safety_", StringComparison.Ordinal)),
            await Row.ReadAsync(connection, "Audit", column => column != "Position"),
            await Row.ReadAsync(connection, "Outbox", column => column != "Id"),
        ]);
    }

    public async Task<IReadOnlyList<Func<Task>>> WritersAsync(int count)
    {
        while (_writers.Count < count)
            _writers.Add(await WriterAsync());
        return _writers[..count];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _all)
            await connection.DisposeAsync();
    }

    private async Task<Func<Task>> WriterAsync()
    {
        var connection = Make(address);
        await connection.OpenAsync();
        _all.Add(connection);
        if (connection is SqliteConnection)
        {
            await using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
            await pragmas.ExecuteNonQueryAsync();
        }
        var inserts = rows.Select(row => row.Prepare(connection)).ToArray();
        return connection is SqliteConnection sqlite ? () => Write(sqlite, inserts) : () => WriteAsync(connection, inserts);
    }

    private static DbConnection Make(DatabaseAddress address) =>
        address.IsPostgres ? new NpgsqlConnection(address.ConnectionString) : new SqliteConnection(address.ConnectionString);

    // SQLite has no asynchronous calls; taking the write lock at once avoids a deadlock of two readers that want to write.
    private static Task Write(SqliteConnection connection, DbCommand[] inserts)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var insert in inserts)
        {
            Row.Renew(insert);
            insert.Transaction = transaction;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(DbConnection connection, DbCommand[] inserts)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var insert in inserts)
        {
            Row.Renew(insert);
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }
}
