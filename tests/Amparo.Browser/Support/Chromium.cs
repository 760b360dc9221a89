using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Amparo.Browser.Support;

/// <summary>The one real browser of the run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing = "Chromium is not installed (AMPARO_CHROMIUM says where).";

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is installed; null when it is not. The shell first: the same browser without the desk around its pages, which takes more time than they do.</summary>
    public static string? Program { get; } =
        new[] { Environment.GetEnvironmentVariable("AMPARO_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser" }
            .FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Quietly });
    }

    /// <summary>A window with its own cookies, as on a device of its own.</summary>
    internal async Task<Window> OpenAsync(TestApp app, BrowserNewContextOptions? like = null)
    {
        like ??= new();
        like.BaseURL ??= app.Address.ToString();
        like.Locale ??= "es-PE";
        like.TimezoneId ??= "America/Lima";
        like.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var context = await _browser!.NewContextAsync(like);
        context.SetDefaultTimeout(20_000);
        return new Window(app, context, await context.NewPageAsync());
    }

    internal async Task<Window> SignedInAsync(TestApp app, string login, BrowserNewContextOptions? like = null)
    {
        var window = await OpenAsync(app, like);
        await window.SignInAsync(login);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
