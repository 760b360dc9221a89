using Amparo.Accounts;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

/// <summary>A small house with a real door: Platform, Providers and Accounts over HTTP, on a database file of its own.</summary>
internal sealed class House : IAsyncDisposable
{
    public const string Password = "cuatro ruedas pintan lunas";

    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-").FullName;
    private WebApplication _app = null!;

    public Clock Clock { get; } = new();

    public AgencyId Agency { get; private set; }

    public AgencyId OtherAgency { get; private set; }

    public string File => Path.Combine(_folder, "amparo.db");

    public static async Task<House> OpenAsync(Action<AccountsOptions>? configure = null)
    {
        var house = new House();
        await house.BuildAsync(configure);
        return house;
    }

    public Browser Browser() => new(_app.GetTestClient());

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    public Task<T> AskAsync<T>(Func<Db, Task<T>> ask) => AskAsync(services => ask(services.GetRequiredService<Db>()));

    /// <summary>Somebody with password and authenticator set up.</summary>
    public Task<UserId> MemberAsync(string login, params string[] roles) => AskAsync(services =>
        services.GetRequiredService<UserAccounts>().AddDemoAsync(login, "Ana Núñez", Agency, null, roles, Password, CancellationToken.None));

    public string CodeOf(string login) => Amparo.Accounts.SigningIn.Totp.Code(Amparo.Accounts.SigningIn.Totp.DemoKey(login), Clock.GetUtcNow());

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<Browser> SignedInAsync(string login)
    {
        var browser = Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", Password));
        if (browser.Path == "/sign-in/code")
        {
            Clock.Pass(TimeSpan.FromSeconds(60));
            await browser.SendAsync(("Code", CodeOf(login)));
        }
        browser.Path.ShouldBe("/");
        return browser;
    }

    public Task<string[]> EventsAsync() => AskAsync(db => db.Audit.OrderBy(e => e.Position).Select(e => e.Event).ToArrayAsync());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BuildAsync(Action<AccountsOptions>? configure)
    {
        // The host's name, so that its layouts and the modules' pages are found.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Amparo",
            EnvironmentName = "Testing",
            ContentRootPath = _folder,
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(TimeZoneInfo.Utc);
        builder.Services.AddPlatform(DatabaseAddress.Parse(File), MasterKey.Parse(MasterKey.Generate()), Pack.Load(TestPack()));
        builder.Services.AddKit();
        builder.Services.AddProviders();
        builder.Services.AddAccounts(options =>
        {
            options.PasswordIterations = 1_000;
            configure?.Invoke(options);
        });
        builder.Services.AddRazorPages(options => options.Conventions.AddFolderApplicationModelConvention("/Accounts", new DenyByDefault().Apply))
            .WithRazorPagesAtContentRoot()
            .AddMvcOptions(options => options.Filters.AddService<ActFilter>());
        _app = builder.Build();
        _app.UseFailures();
        _app.UseAmparoLanguages();
        _app.UseAccounts();
        _app.MapRazorPages();
        _app.MapGet("/", [OpenToAll] () => "home");
        _app.MapGet("/case", [SignedIn] () => "secret");
        _app.MapPost("/note", [SignedIn] (HttpContext http) => string.Join('|', http.Request.Form.OrderBy(f => f.Key).Select(f => $"{f.Key}={string.Join(',', f.Value!)}")))
            .DisableAntiforgery();
        await AskAsync(async db => await db.Database.EnsureCreatedAsync());
        await _app.StartAsync();
        Agency = await AddAgencyAsync("line");
        OtherAgency = await AddAgencyAsync("police");
    }

    private Task<AgencyId> AddAgencyAsync(string code) => AskAsync(async db =>
    {
        var (agency, added) = Amparo.Providers.Agency.Add(new Code(code), new Code("hotline"), $"Agency {code}");
        db.Add(agency);
        await db.RecordAsync(added, CancellationToken.None);
        return agency.Id;
    });

    private static string TestPack()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Amparo.slnx")))
            at = at.Parent;
        return Path.Combine(at!.FullName, "tests", "packs", "zz");
    }
}

/// <summary>A clock that the test moves.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 25, 14, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
