using Amparo.Pages;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Tests.Packs;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Providers;

/// <summary>The directory alone over real HTTP, with a database of its own that holds the agencies and offices of a country pack.</summary>
internal sealed class ProvidersHost : IAsyncDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"amparo-{Guid.CreateVersion7():N}.db");
    private readonly WebApplication _app;

    private ProvidersHost(Pack pack, DateTimeOffset now)
    {
        Pack = pack;
        Clock = new FakeTimeProvider(now);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Amparo", EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(pack.Country.TimeZone).AddSingleton(new AuditSettings()).AddSingleton<IStaff, Strangers>();
        builder.Services.AddKit();
        builder.Services.AddPlatform(DatabaseAddress.Parse(_file), MasterKey.Parse(MasterKey.Generate()), pack);
        builder.Services.AddProviders();
        builder.Services.AddAuthentication(SignedInAs.Scheme).AddScheme<AuthenticationSchemeOptions, SignedInAs>(SignedInAs.Scheme, null);
        builder.Services.AddRazorPages()
            .AddMvcOptions(options => options.Filters.AddService<ActFilter>())
            .AddApplicationPart(typeof(ErrorModel).Assembly)
            .AddApplicationPart(typeof(ProvidersModule).Assembly)
            .WithRazorPagesAtContentRoot();
        _app = builder.Build();
        _app.UseKit();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
    }

    /// <summary>Monday 23 November 2026, 10:00 in Lima.</summary>
    public static DateTimeOffset MondayMorning { get; } = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; }

    public Pack Pack { get; }

    public static async Task<ProvidersHost> StartAsync(string? pack = null, DateTimeOffset? now = null, bool import = true)
    {
        var host = new ProvidersHost(Pack.Load(pack ?? PackFolder.Pe), now ?? MondayMorning);
        await host.WithAsync<Db>(db => db.Database.EnsureCreatedAsync());
        if (import)
            await host.WithAsync<ProvidersImport>(i => i.ImportAsync(CancellationToken.None));
        await host._app.StartAsync();
        return host;
    }

    public Visitor Visit(string? role = null, AgencyId? agency = null, OfficeId? office = null) =>
        new(_app.GetTestClient(), role, agency, office);

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> act) where TService : notnull => AskAsync<TService, bool>(async service =>
    {
        await act(service);
        return true;
    });

    public T Singleton<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<Office> OfficeAsync(string code)
    {
        var wanted = new Code(code);
        return AskAsync<Db, Office>(db => db.Offices.AsNoTracking().Include(o => o.Areas).SingleAsync(o => o.Code == wanted));
    }

    public Task<AgencyId> AgencyAsync(string code)
    {
        var wanted = new Code(code);
        return AskAsync<Db, AgencyId>(db => db.Agencies.Where(a => a.Code == wanted).Select(a => a.Id).SingleAsync());
    }

    public Task<int> CountAsync(string happened) => AskAsync<Db, int>(db => db.Audit.CountAsync(e => e.Event == happened));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }
}
