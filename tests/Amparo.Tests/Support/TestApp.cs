using Amparo.Accounts;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Demo;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Outbox;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Support;

/// <summary>The real program on a real port, with a fresh database that holds Peru's offices and the demo's people, and a clock that the test moves.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Operator = "julia@amparo.example";
    public const string Supervisor = "carmen@amparo.example";
    public const string Administrator = "ana@amparo.example";
    public const string Auditor = "marco@amparo.example";
    public const string Station = "cesar@amparo.example";
    public const string Prosecutor = "rosa@amparo.example";
    public const string TraffickingUnit = "luis@amparo.example";

    // Sunday evening in Piura: nobody works who is not on duty.
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly string KeyText = MasterKey.Generate();

    private readonly TestDatabase _database;
    private readonly Action<IServiceCollection>? _configure;
    private WebApplication _app;

    private TestApp(WebApplication app, TestDatabase database, FakeTimeProvider clock, string data, Action<IServiceCollection>? configure) =>
        (_app, _database, Clock, Data, _configure) = (app, database, clock, data, configure);

    /// <summary>The master key it starts with.</summary>
    public static MasterKey Key { get; } = MasterKey.Parse(KeyText);

    /// <summary>The checkout's folder.</summary>
    public static string Root { get; } = FindRoot();

    private static Lazy<Pack> Peru { get; } = new(() => Pack.Load(Path.Combine(Root, "packs", "pe")));

    public FakeTimeProvider Clock { get; }

    /// <summary>Where mail and files of the run lie.</summary>
    public string Data { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public DatabaseAddress Database => _database.Address;

    public static async Task<TestApp> StartAsync(string database, Action<IServiceCollection>? configure = null, FakeTimeProvider? clock = null)
    {
        var fresh = await TestDatabases.FreshAsync(database, "amparo", MakeAsync);
        clock ??= new FakeTimeProvider(Evening);
        var data = Directory.CreateDirectory(TestDatabases.TemporaryFile("")).FullName;
        var app = AmparoHost.Build(Settings(fresh.Address, clock, data, configure));
        await app.StartAsync();
        return new TestApp(app, fresh, clock, data, configure);
    }

    /// <summary>The options by which a command finds this program's data, key and pack.</summary>
    public string[] Options()
    {
        var keyFile = Path.Combine(Data, "master.key");
        File.WriteAllText(keyFile, KeyText);
        return ["--database", TestDatabases.Text(Database), "--master-key-file", keyFile, "--pack", Path.Combine(Root, "packs", "pe")];
    }

    /// <summary>The program ends and starts again on the same database, at the same address, as after an update.</summary>
    public async Task RestartAsync(MasterKey? master = null, MasterKey? previous = null)
    {
        var urls = Address.ToString();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = AmparoHost.Build(Settings(_database.Address, Clock, Data, _configure, urls) with { Master = master ?? Key, Previous = previous });
        await _app.StartAsync();
    }

    /// <summary>The program put together over the same database and not started, as a command does.</summary>
    public WebApplication Beside(MasterKey master, MasterKey? previous, Action<IServiceCollection> configure) =>
        AmparoHost.Build(Settings(_database.Address, Clock, Data, configure) with { Master = master, Previous = previous });

    /// <summary>Somebody at a browser, not signed in.</summary>
    public Browser Browser() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address });

    /// <summary>Somebody at a browser, signed in with password and code.</summary>
    public async Task<Browser> SignedInAsync(string login)
    {
        var browser = Browser();
        // A code is good once: each sign-in takes one of its own.
        Clock.Advance(TimeSpan.FromSeconds(60));
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", DemoStory.Password));
        await browser.SendAsync(("Code", Totp.Code(Totp.DemoKey(login), Clock.GetUtcNow())));
        browser.Path.ShouldBe("/home");
        return browser;
    }

    /// <summary>Works in the database as one request does.</summary>
    public async Task<T> InAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Waits until the outbox is empty: its worker runs as it does in production, and this lends a hand.</summary>
    public async Task DeliverAsync()
    {
        var worker = Services.GetRequiredService<OutboxWorker>();
        for (var tries = 0; tries < 500; tries++)
        {
            await worker.DeliverDueAsync(CancellationToken.None);
            if (!await InAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.DueAt != null)))
                return;
            await Task.Delay(20);
        }
        throw new TimeoutException("The outbox does not become empty.");
    }

    /// <summary>Lets time pass, takes the escalations that fall due and delivers them.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Services.GetRequiredService<ClockWorker>().EscalateDueAsync(CancellationToken.None);
        await DeliverAsync();
    }

    /// <summary>The mail that left, as text.</summary>
    public IReadOnlyList<string> Mail() =>
        Directory.Exists(Path.Combine(Data, "mail")) ? [.. Directory.GetFiles(Path.Combine(Data, "mail")).Order().Select(File.ReadAllText)] : [];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private static async Task MakeAsync(DatabaseAddress address)
    {
        await using var app = AmparoHost.Build(Settings(address, new FakeTimeProvider(Evening), Path.GetTempPath(), null));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DemoStory>().LoadAsync(CancellationToken.None);
    }

    private static HostSettings Settings(DatabaseAddress address, TimeProvider clock, string data, Action<IServiceCollection>? configure, string urls = "http://127.0.0.1:0") =>
        new(address, Key, Peru.Value)
        {
            Data = data,
            Demo = true,
            Environment = "Testing",
            Urls = urls,
            Configure = services =>
            {
                services.AddSingleton(clock);
                services.Configure<AccountsOptions>(accounts => accounts.PasswordIterations = 1_000);
                configure?.Invoke(services);
            },
        };

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Amparo.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests run inside a checkout.");
    }
}
