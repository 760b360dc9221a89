using Amparo.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Amparo.Platform.Backup;

internal sealed class SqliteStore(DatabaseOpener opener) : IBackupStore
{
    public string Name => "sqlite";

    public async Task<Contents> CopyAsync(DatabaseAddress from, string file, CancellationToken cancel)
    {
        // One step of SQLite's own online backup: a consistent copy, and in WAL mode no writer waits for it.
        using (var source = Open(from.File))
        using (var copy = Open(file))
        {
            source.BackupDatabase(copy);
            // Out of WAL mode, so that the copy is one file.
            Run(copy, "PRAGMA journal_mode=DELETE");
        }
        Sync(file);
        await using var db = opener.Open(At(file));
        return await Contents.OfAsync(db.Db, cancel);
    }

    public DatabaseAddress Beside(DatabaseAddress target) => At($"{target.File}.restoring");

    public Task LoadAsync(string file, DatabaseAddress target, CancellationToken cancel)
    {
        File.Copy(file, target.File, overwrite: true);
        Sync(target.File);
        using var copy = Open(target.File);
        if (Run(copy, "PRAGMA integrity_check") is not "ok")
            throw new BackupException("The restored database is damaged: SQLite's integrity check failed.");
        return Task.CompletedTask;
    }

    public Task<bool> ExistsAsync(DatabaseAddress target, CancellationToken cancel) => Task.FromResult(File.Exists(target.File));

    public Task<string?> PutInPlaceAsync(DatabaseAddress restored, DatabaseAddress target, string suffix, CancellationToken cancel)
    {
        Forget(restored);
        Forget(target);
        string? kept = null;
        if (File.Exists(target.File))
        {
            kept = $"{target.File}.{suffix}";
            // With its log, which holds what was written last.
            foreach (var part in (string[])["-wal", "-shm", ""])
                Move(target.File + part, kept + part);
        }
        File.Move(restored.File, target.File);
        return Task.FromResult(kept);
    }

    public Task DropAsync(DatabaseAddress target, CancellationToken cancel)
    {
        Forget(target);
        foreach (var part in (string[])["", "-wal", "-shm", "-journal"])
            File.Delete(target.File + part);
        return Task.CompletedTask;
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
            File.Move(from, to);
    }

    private static DatabaseAddress At(string file) => DatabaseAddress.Parse(Path.GetFullPath(file));

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string? Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above come here.
        command.CommandText = pragma;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string;
    }

    private static void Sync(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static void Forget(DatabaseAddress address)
    {
        using var connection = new SqliteConnection(address.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
