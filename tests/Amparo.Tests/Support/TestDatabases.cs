using System.Collections.Concurrent;
using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Amparo.Tests.Support;

/// <summary>Gives each test a fresh database: a copy of a template that is made once per run and schema.</summary>
public sealed class TestDatabases : IDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private static readonly Lazy<PostgresServer> Server = new(PostgresServer.Start);
    private static readonly Lazy<string> Folder = new(() => Directory.CreateTempSubdirectory("amparo-tests-").FullName);
    private static readonly ConcurrentDictionary<(string Database, string Schema), Lazy<Task<string>>> Templates = new();
    private static int _count;

    /// <summary>A fresh database. <paramref name="create"/> makes the schema named <paramref name="schema"/> the first time it is asked for.</summary>
    public static async Task<TestDatabase> FreshAsync(string database, string schema, Func<DatabaseAddress, Task> create)
    {
        var template = await Templates
            .GetOrAdd((database, schema), _ => new Lazy<Task<string>>(() => MakeTemplateAsync(database, create)))
            .Value;
        var name = NewName();
        if (database == Postgres)
        {
            await Server.Value.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
            return new TestDatabase(Address(database, name), () => DropAsync(name));
        }
        File.Copy(Path(template), Path(name));
        return new TestDatabase(Address(database, name), () => DeleteAsync(name));
    }

    /// <summary>The address of a database that does not exist yet, for restoring into.</summary>
    public static TestDatabase Unmade(string database)
    {
        var name = NewName();
        return new TestDatabase(Address(database, name), () => database == Postgres ? DropAsync(name) : DeleteAsync(name));
    }

    /// <summary>A file or folder of the run's own, deleted at its end.</summary>
    public static string TemporaryFile(string extension) => System.IO.Path.Combine(Folder.Value, NewName() + extension);

    /// <summary>An address as a command takes it.</summary>
    public static string Text(DatabaseAddress address) =>
        address.IsPostgres ? Server.Value.Address(new NpgsqlConnectionStringBuilder(address.ConnectionString).Database!) : address.File;

    public void Dispose()
    {
        if (Server.IsValueCreated)
            Server.Value.Dispose();
        SqliteConnection.ClearAllPools();
        if (Folder.IsValueCreated)
            Directory.Delete(Folder.Value, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync(string database, Func<DatabaseAddress, Task> create)
    {
        var name = NewName();
        if (database == Postgres)
            await Server.Value.ExecuteAsync($"CREATE DATABASE {name}");
        var address = Address(database, name);
        await create(address);
        Forget(address);
        return name;
    }

    private static DatabaseAddress Address(string database, string name) =>
        DatabaseAddress.Parse(database == Postgres ? Server.Value.Address(name) : Path(name));

    private static string Path(string name) => System.IO.Path.Combine(Folder.Value, $"{name}.db");

    private static string NewName() => $"test_{Interlocked.Increment(ref _count)}";

    private static async Task DropAsync(string name)
    {
        Forget(Address(Postgres, name));
        await Server.Value.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static Task DeleteAsync(string name)
    {
        Forget(Address(Sqlite, name));
        foreach (var file in Directory.GetFiles(Folder.Value, $"{name}.db*"))
            File.Delete(file);
        return Task.CompletedTask;
    }

    // A pool keeps connections, which a template must not have and a dropped database cannot.
    private static void Forget(DatabaseAddress address)
    {
        if (address.IsPostgres)
        {
            using var connection = new NpgsqlConnection(address.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(address.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }
}

/// <summary>One test's database.</summary>
public sealed class TestDatabase(DatabaseAddress address, Func<Task> drop) : IAsyncDisposable
{
    public DatabaseAddress Address { get; } = address;

    public async ValueTask DisposeAsync() => await drop();
}
