using System.Security.Claims;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Kit;

/// <summary>The kit with the host's layouts and nothing else: no database, no module.</summary>
internal sealed class KitHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 45, 0, TimeSpan.Zero);

    private KitHost(WebApplication app)
    {
        App = app;
        Http = app.GetTestClient();
        Http.DefaultRequestHeaders.Add("Accept-Language", "es");
    }

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public static async Task<KitHost> StartAsync(string environment = "Testing", Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = "Amparo" });
        builder.WebHost.UseTestServer();
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"));
        builder.Services.AddSingleton<TimeProvider>(new StillTime());
        builder.Services.AddSingleton<IPermits, Permits>();
        builder.Services.AddSingleton(new MenuItem("layout.sessions", "/allowed", "yes", 2));
        builder.Services.AddSingleton(new MenuItem("layout.me", "/first", "yes", 1));
        builder.Services.AddSingleton(new MenuItem("layout.exit", "/forbidden", "no", 0));
        builder.Services.AddKit(kit => kit.LineName = "Línea 1818");
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseKit();
        app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey("X-Test-User"))
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new(Claims.User, UserId.New().ToString()), new(ClaimTypes.Name, "Julia Paredes"), new("role_label", "Operadora")], "test"));
            return next(http);
        });
        app.UseAuthorization();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/boom", Fail);
        app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        map?.Invoke(app);
        await app.StartAsync();
        return new KitHost(app);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public async Task<IHtmlDocument> PageAsync(string url, string? language = null, bool signedIn = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (language is not null)
            request.Headers.Add("Cookie", "language=" + language);
        if (signedIn)
            request.Headers.Add("X-Test-User", "1");
        using var response = await Http.SendAsync(request);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    private static string Fail(HttpContext http) => throw new InvalidOperationException("Rosa Quispe vive en " + http.Request.Path);

    private sealed class Permits : IPermits
    {
        public bool May(ClaimsPrincipal who, string permission) => permission == "yes";
    }

    private sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
