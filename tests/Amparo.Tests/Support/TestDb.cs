using Amparo.Platform;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Support;

/// <summary>Platform with a module of notes over a fresh database: no host, no pages, no workers but those a test calls.</summary>
public sealed class TestDb : IAsyncDisposable
{
    private static readonly string[] Unguarded =
    [
        .. from table in (string[])["Audit", "Seals"]
           from guard in (string[])["no_update", "no_delete", "no_replace"]
           select $"DROP TRIGGER IF EXISTS \"{table}_{guard}\"",
    ];

    private readonly TestDatabase _database;
    private readonly bool _owns;

    private TestDb(TestDatabase database, bool owns, FakeTimeProvider clock, MasterKey master, Action<IServiceCollection>? more, MasterKey? previous = null)
    {
        (_database, _owns, Clock, Master) = (database, owns, clock, master);
        Services = Build(database.Address, clock, master, more, previous);
    }

    public FakeTimeProvider Clock { get; }

    public MasterKey Master { get; }

    public ServiceProvider Services { get; }

    public DatabaseAddress Address => _database.Address;

    /// <summary>A fresh database on <paramref name="database"/> ("sqlite" or "postgres"), with further modules or services.</summary>
    public static async Task<TestDb> StartAsync(string database, Action<IServiceCollection>? more = null, MasterKey? master = null)
    {
        master ??= MasterKey.Parse(MasterKey.Generate());
        var clock = new FakeTimeProvider();
        await using var names = Build(DatabaseAddress.Parse("unused"), clock, master, more);
        var schema = names.GetRequiredService<Modules>().Mapped;
        return new TestDb(await TestDatabases.FreshAsync(database, schema, address => CreateAsync(address, more)), owns: true, clock, master, more);
    }

    /// <summary>A second node over the same database.</summary>
    public TestDb Another(Action<IServiceCollection>? more = null, MasterKey? master = null, MasterKey? previous = null) =>
        new(_database, owns: false, Clock, master ?? Master, more, previous);

    /// <summary>A node with the same master key over another database.</summary>
    public TestDb Over(TestDatabase database) => new(database, owns: false, Clock, Master, more: null);

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<T> InAsync<T>(Func<Db, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public Task InAsync(Func<Db, Task> act) => InAsync(async db =>
    {
        await act(db);
        return true;
    });

    /// <summary>Writes past every guard, as somebody does who holds the database.</summary>
    public Task TamperAsync(params string[] statements) => InAsync(async db =>
    {
#pragma warning disable RS0030 // A tamperer does not ask Platform.
        await db.Database.OpenConnectionAsync();
        string[] before = db is PostgresDb ? ["SET session_replication_role = replica"] : Unguarded;
        string[] after = db is PostgresDb ? ["RESET session_replication_role"] : [];
        foreach (var statement in (string[])[.. before, .. statements, .. after])
            await db.Database.ExecuteSqlRawAsync(statement);
#pragma warning restore RS0030
    });

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_owns)
            await _database.DisposeAsync();
    }

    private static ServiceProvider Build(DatabaseAddress address, FakeTimeProvider clock, MasterKey master, Action<IServiceCollection>? more, MasterKey? previous = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new AuditSettings());
        services.AddPlatform(address, master, Pack.Load(Packs.PackFolder.Pe), previous).AddProviders().AddNotes();
        // Later registrations win.
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static async Task CreateAsync(DatabaseAddress address, Action<IServiceCollection>? more)
    {
        await using var services = Build(address, new FakeTimeProvider(), MasterKey.Parse(MasterKey.Generate()), more);
        await using var scope = services.CreateAsyncScope();
#pragma warning disable RS0030 // The notes are in no migration: their schema comes from the model.
        await scope.ServiceProvider.GetRequiredService<Db>().Database.EnsureCreatedAsync();
#pragma warning restore RS0030
        await scope.ServiceProvider.GetRequiredService<Db>().GuardAsync(CancellationToken.None);
    }
}
