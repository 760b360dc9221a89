using Amparo.Accounts;
using Amparo.Demo;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Demo;

/// <summary>A database into which stories are told by a program that is not started, as <c>amparo demo</c> does: no worker runs beside.</summary>
internal sealed class ToldDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly string _data = Directory.CreateDirectory(TestDatabases.TemporaryFile("")).FullName;

    private ToldDatabase(TestDatabase database)
    {
        _database = database;
        Clock = new StoryClock(Now);
        _app = AmparoHost.Build(new HostSettings(database.Address, TestApp.Key, Peru)
        {
            Data = _data,
            Demo = true,
            Environment = "Testing",
            Configure = services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                services.Configure<AccountsOptions>(accounts => accounts.PasswordIterations = 1_000);
            },
        });
    }

    public static Pack Peru { get; } = Pack.Load(Path.Combine(TestApp.Root, "packs", "pe"));

    public FakeTimeProvider Now { get; } = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));

    public StoryClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>With schema and people, before any story.</summary>
    public static async Task<ToldDatabase> MakeAsync(string database)
    {
        var told = new ToldDatabase(TestDatabases.Unmade(database));
        await using var scope = told.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DemoStory>().LoadAsync(CancellationToken.None);
        return told;
    }

    public async Task<T> InAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
