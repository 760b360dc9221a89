using System.Globalization;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Amparo.Platform.Backup;

#pragma warning disable CA2100 // Names of databases cannot be parameters: each is quoted by Quoted.
/// <summary>PostgreSQL by its own programs, <c>pg_dump</c> and <c>pg_restore</c>, which have to be of the server's version or newer.</summary>
internal sealed class PostgresStore(DatabaseOpener opener, PostgresPrograms programs) : IBackupStore
{
    public string Name => "postgres";

    public async Task<Contents> CopyAsync(DatabaseAddress from, string file, CancellationToken cancel)
    {
        await using var opened = opener.Open(from);
#pragma warning disable RS0030 // The counts are of the very state that is dumped: both see one exported snapshot.
        await using var transaction = await opened.Db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var snapshot = await opened.Db.Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"").SingleAsync(cancel);
#pragma warning restore RS0030
        await programs.RunAsync("pg_dump", from, ["--format=custom", $"--snapshot={snapshot}", $"--file={file}"], cancel);
        return await Contents.OfAsync(opened.Db, cancel);
    }

    public DatabaseAddress Beside(DatabaseAddress target) =>
        Named(target, $"amparo_restoring_{Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)}");

    public async Task LoadAsync(string file, DatabaseAddress target, CancellationToken cancel)
    {
        await RunAsync(target, $"CREATE DATABASE {Quoted(NameOf(target))} TEMPLATE template0", cancel);
        await programs.RunAsync("pg_restore", target, ["--exit-on-error", "--no-owner", $"--dbname={NameOf(target)}", file], cancel);
        // Where the new server's transaction numbers are below the audit's positions, a new era begins.
        await using var opened = opener.Open(target);
        await opened.Db.GuardAsync(cancel);
    }

    public async Task<bool> ExistsAsync(DatabaseAddress target, CancellationToken cancel)
    {
        await using var connection = await OpenMaintenanceAsync(target, cancel);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = NameOf(target) });
        return await command.ExecuteScalarAsync(cancel) is > 0L;
    }

    public async Task<string?> PutInPlaceAsync(DatabaseAddress restored, DatabaseAddress target, string suffix, CancellationToken cancel)
    {
        string? kept = null;
        if (await ExistsAsync(target, cancel))
        {
            kept = $"{NameOf(target)}_{suffix}";
            await CloseAsync(target, cancel);
            await RunAsync(target, $"ALTER DATABASE {Quoted(NameOf(target))} RENAME TO {Quoted(kept)}", cancel);
        }
        await RunAsync(target, $"ALTER DATABASE {Quoted(NameOf(restored))} RENAME TO {Quoted(NameOf(target))}", cancel);
        return kept;
    }

    public Task DropAsync(DatabaseAddress target, CancellationToken cancel) =>
        RunAsync(target, $"DROP DATABASE IF EXISTS {Quoted(NameOf(target))} WITH (FORCE)", cancel);

    private static async Task CloseAsync(DatabaseAddress target, CancellationToken cancel)
    {
        await using (var pooled = new NpgsqlConnection(target.ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        await using var connection = await OpenMaintenanceAsync(target, cancel);
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = NameOf(target) });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task RunAsync(DatabaseAddress server, string sql, CancellationToken cancel)
    {
        await using var connection = await OpenMaintenanceAsync(server, cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<NpgsqlConnection> OpenMaintenanceAsync(DatabaseAddress server, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static DatabaseAddress Named(DatabaseAddress server, string name) =>
        new(true, new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString);

    private static string NameOf(DatabaseAddress address) =>
        new NpgsqlConnectionStringBuilder(address.ConnectionString).Database ?? throw new BackupException("The address names no database.");

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
#pragma warning restore CA2100
