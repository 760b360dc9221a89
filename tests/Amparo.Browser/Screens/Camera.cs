using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Screens;

/// <summary>Takes the pictures, into <c>docs/screens</c> when AMPARO_SCREENS=1 and into a folder to be thrown away otherwise.</summary>
internal static class Camera
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("AMPARO_SCREENS") == "1"
        ? Path.Combine(TestApp.Root, "docs", "screens")
        : Directory.CreateTempSubdirectory("amparo-screens-").FullName;

    /// <summary>A desk's and a phone's.</summary>
    public static IEnumerable<(string On, BrowserNewContextOptions Like)> Screens =>
        from screen in new[] { (Name: "desk", Width: 1280), (Name: "phone", Width: 360) }
        select (screen.Name, new BrowserNewContextOptions { ViewportSize = new() { Width = screen.Width, Height = 740 }, IsMobile = screen.Width < 500 });

    public static async Task ShootAsync(Window window, string name, string on)
    {
        var file = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{name}-{on}.png");
        var width = window.Page.ViewportSize!.Width;
        // Two screens of it: what comes after is more of the same.
        var height = await window.Page.EvaluateAsync<int>($"() => Math.min(document.documentElement.scrollHeight, {(width < 500 ? 1900 : 1100)})");
        // A window of that height, so that what is fixed to its edge stands there.
        await window.Page.SetViewportSizeAsync(width, height);
        await window.Page.ScreenshotAsync(new() { Path = file, Scale = ScreenshotScale.Css, Animations = ScreenshotAnimations.Disabled });
        await window.Page.SetViewportSizeAsync(width, 740);
        new FileInfo(file).Length.ShouldBeInRange(2_000, 250_000, file);
    }
}
