using Amparo.Accounts;
using Amparo.Accounts.OpenId;
using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Demo;
using Amparo.Platform;
using Amparo.Platform.Api;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Mail;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Referrals.Api;
using Amparo.Unusual;
using Microsoft.AspNetCore.HttpOverrides;

namespace Amparo;

/// <summary>Puts the modules together.</summary>
public static class AmparoHost
{
    public static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AmparoHost).Assembly.GetName().Name,
            EnvironmentName = settings.Environment,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = WebRoot(),
        });
        if (settings.Urls is not null)
            builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // No page takes more than a few thousand characters; a megabyte is not a form.
            kestrel.Limits.MaxRequestBodySize = 512 * 1024;
        });
        AddLogging(builder);
        AddModules(builder, settings);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        settings.Configure?.Invoke(builder.Services);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddModules(WebApplicationBuilder builder, HostSettings settings)
    {
        var country = settings.Pack.Country;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(country.TimeZone);
        builder.Services.AddPlatform(settings.Database, settings.Master, settings.Pack, settings.Previous);
        builder.Services.AddKit(kit => (kit.LineName, kit.IsDemo) = (country.Line.Name, settings.Demo));
        builder.Services.AddTexts(typeof(AmparoHost));
        builder.Services.AddModules();
        builder.Services.Configure<AccountsOptions>(accounts =>
            (accounts.DemoMode, accounts.LineAgency, accounts.PasskeyDomain) =
            (settings.Demo, new Code(country.Line.Agency), builder.Configuration["Passkeys:Domain"]));
        if (OpenIdSettings.Read(builder.Configuration, forReal: builder.Environment.IsProduction()) is { } provider)
            builder.Services.AddOpenId(provider);
        builder.Services.AddOptions<MailSettings>()
            .Configure(mail => (mail.Folder, mail.Site) = (Path.Combine(settings.Data, "mail"), settings.Demo && settings.Urls is { } here ? here : mail.Site))
            .Bind(builder.Configuration.GetSection("Mail"));
        builder.Services.AddScoped<DemoStory>();
        builder.Services.AddSingleton(settings.Pack.Read<UnusualLimits>(UnusualLimits.File));
        builder.Services.AddScoped<UnusualActs>();
        builder.Services.AddPages();
        builder.Services.AddApiDocument();
    }

    private static IServiceCollection AddModules(this IServiceCollection services) => services
        .AddProviders()
        .AddAccounts()
        .AddContacts()
        .AddCases()
        .AddReferrals()
        .AddModule("host", Manifest);

    /// <summary>Every module's manifest alone: what there is, without a database or a pack.</summary>
    internal static IServiceCollection AddManifests(this IServiceCollection services) => services.AddPlatformModule().AddModules();

    private static void Manifest(Module module) => module
        .Permit(Permission.SeeBoard, Platform.Permissions.Role.Supervisor)
        .Permit(Permission.SeeAudit, Platform.Permissions.Role.Auditor)
        .Section(UnusualLimits.Section)
        .Menu("board.title", "/board", Permission.SeeBoard, 10)
        .Menu("audit.title", "/audit", Permission.SeeAudit, 80);

    private static void Use(WebApplication app)
    {
        // A proxy on this machine says who really asks, and over what: for rate limits and for cookies that only travel over TLS.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseRoutesInTraces();
        app.UseKit();
        app.UseAccounts();
        app.MapPlatform();
        app.MapApi().MapReferrals();
        app.MapApiDocument();
        app.MapRazorPages().WithStaticAssets();
    }

    // Words of a person can stand in a request's path or in an exception's message: neither is logged.
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        // The scope it puts around every request holds the path.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        // What an identity provider said, and whom it spoke of, stands in its exceptions; ProviderAnswers logs their kinds.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        // It warns at every form that our no-store is stricter than its own.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
    }

    private static string? WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(published) ? published : null;
    }
}
