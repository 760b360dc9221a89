using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Accounts;
using Amparo.Tests.Referrals.Links;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Screens;

/// <summary>Pictures of the pages as they are, for <c>docs/screens</c>: written there when AMPARO_SCREENS=1.</summary>
public class ScreensTests(Chromium chromium)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("AMPARO_SCREENS") == "1"
        ? Path.Combine(TestApp.Root, "docs", "screens")
        : Directory.CreateTempSubdirectory("amparo-screens-").FullName;

    [InChromium]
    public async Task Every_screen_can_be_shown_on_a_desk_and_on_a_phone()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var story = await Story.TellAsync(app);
        foreach (var (name, width) in new[] { ("desk", 1280), ("phone", 360) })
        {
            var like = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 740 }, IsMobile = width < 500 };
            await DoorAsync(app, like, name);
            await LineAsync(app, like, name, story);
            await LiaisonAsync(app, like, name);
            await SupervisorAsync(app, like, name);
            await CaseAsync(app, like, name, story);
            await HandOverAsync(app, like, name, story);
            await AuditorAsync(app, like, name);
        }
    }

    [InChromium]
    public async Task What_an_office_without_account_and_its_line_see_can_be_shown()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        foreach (var (on, width) in new[] { ("desk", 1280), ("phone", 360) })
        {
            var like = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 740 }, IsMobile = width < 500 };
            var referral = await (await app.SignedInAsync(TestApp.Operator)).TellPartnerAsync(app);
            await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, like);
            await ShootAsync(julia, "18-waiting", on);
            await julia.GoAsync(referral + "/code");
            await julia.PressAsync("Mostrar un código");
            await ShootAsync(julia, "19-link-code", on);
            await using var partner = await chromium.OpenAsync(app, like);
            await partner.GoAsync(app.Links()[^1]);
            await ShootAsync(partner, "20-link", on);
            await partner.Page.Locator("#Code").FillAsync(await julia.Page.Locator(".notice .ref").InnerTextAsync());
            await partner.PressAsync("Entrar");
            await partner.PressAsync("Abrir");
            await partner.PressAsync("Aceptar");
            await ShootAsync(partner, "21-link-work", on);
            await julia.GoAsync(referral);
            await ShootAsync(julia, "22-links", on);
            await partner.PressAsync("Terminar y salir");
            await ShootAsync(partner, "23-link-again", on);
        }
    }

    [InChromium]
    public async Task What_an_identity_provider_adds_can_be_shown()
    {
        await using var ministry = await Ministry.OpenAsync(TestDatabases.Sqlite);
        foreach (var (on, width) in new[] { ("desk", 1280), ("phone", 360) })
        {
            var like = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 740 }, IsMobile = width < 500 };
            await using var julia = await chromium.SignedInAsync(ministry.App, TestApp.Operator, like);
            await julia.GoAsync("/openid");
            await ShootAsync(julia, "31-openid", on);
            await julia.PressAsync("Vincular con Ministerio");
            await ShootAsync(julia, "32-openid-bind", on);
            await julia.Page.Locator("#Password").FillAsync(DemoStory.Password);
            await julia.PressAsync("Vincular esta cuenta");
            await ShootAsync(julia, "33-openid-bound", on);
            await using var other = await chromium.OpenAsync(ministry.App, like);
            await other.GoAsync("/sign-in");
            await ShootAsync(other, "34-openid-sign-in", on);
            ministry.Provider.Error = "access_denied";
            await other.PressAsync("Ingresar con Ministerio");
            await ShootAsync(other, "35-openid-refused", on);
            ministry.Provider.Error = null;
            await julia.GoAsync("/openid/unbind");
            await julia.PressAsync("Desvincular");
        }
    }

    private async Task DoorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var window = await chromium.OpenAsync(app, like);
        await window.GoAsync("/");
        await ShootAsync(window, "01-door", on);
        await window.GoAsync("/sign-in");
        await ShootAsync(window, "02-sign-in", on);
        await window.EnterPasswordAsync(TestApp.Operator);
        await ShootAsync(window, "03-code", on);
    }

    private async Task LineAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, like);
        await ShootAsync(julia, "04-home", on);
        await julia.GoAsync(story.Fresh);
        await ShootAsync(julia, "05-desk-begins", on);
        await julia.GoAsync(story.InDanger);
        await ShootAsync(julia, "06-desk-in-danger", on);
        await julia.GoAsync(story.InDanger + "/danger");
        await ShootAsync(julia, "07-danger", on);
        await julia.GoAsync("/contacts");
        await ShootAsync(julia, "12-contacts", on);
    }

    private async Task LiaisonAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var luis = await chromium.SignedInAsync(app, TestApp.TraffickingUnit, like);
        await luis.GoAsync("/referrals");
        await ShootAsync(luis, "08-inbox", on);
        if (await luis.Page.Locator("form[action$='/see']").CountAsync() > 0)
            await luis.PressAsync("Abrir");
        else
            await luis.PressAsync("Ver");
        await ShootAsync(luis, "09-referral", on);
        await luis.GoAsync("/home");
        await ShootAsync(luis, "29-liaison-home", on);
    }

    private async Task SupervisorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync("/board");
        await ShootAsync(carmen, "10-board", on);
        await carmen.GoAsync("/providers");
        await ShootAsync(carmen, "11-directory", on);
    }

    private async Task CaseAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync(story.Case);
        await ShootAsync(carmen, "13-case", on);
        await carmen.Page.Locator("#people a").First.ClickAsync();
        await ShootAsync(carmen, "14-person", on);
        await PersonAsync(carmen, story, on);
        await carmen.GoAsync(story.Declined + "/case");
        await ShootAsync(carmen, "15-join", on);
        await carmen.GoAsync(story.InDanger + "/screening");
        await ShootAsync(carmen, "16-screening", on);
        await carmen.GoAsync(story.InDanger + "/screening/decide");
        await ShootAsync(carmen, "17-decide", on);
    }

    private static async Task PersonAsync(Window carmen, Story story, string on)
    {
        var person = carmen.Path;
        await carmen.GoAsync(person + "/screening");
        await ShootAsync(carmen, "36-screening-person", on);
        await carmen.PressAsync("Guardar y decidir");
        await ShootAsync(carmen, "37-decide-person", on);
        await carmen.PressAsync("Guardar");
        await ShootAsync(carmen, "38-person-screened", on);
        await carmen.GoAsync(story.Case);
        await carmen.Page.Locator("#people a[href^='/people/']").Last.ClickAsync();
        await carmen.GoAsync(carmen.Path + "/change");
        await ShootAsync(carmen, "39-process-roles", on);
    }

    private async Task HandOverAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync(story.Case);
        await carmen.Page.Locator("#people a").First.ClickAsync();
        await carmen.GoAsync(carmen.Path + "/consents/add");
        await ShootAsync(carmen, "24-consent", on);
        await carmen.GoAsync(story.Case + "/refer?purpose=protect");
        await carmen.Page.Locator("input[name=People]").First.CheckAsync();
        await ShootAsync(carmen, "25-refer-case", on);
        await carmen.Page.GetByText("Fiscalía").First.ClickAsync();
        await carmen.Page.Locator("input[name=Basis][value=consent]").CheckAsync();
        await carmen.PressAsync("Ver qué sale");
        await ShootAsync(carmen, "26-what-leaves", on);
        await carmen.GoAsync("/board");
        await carmen.Page.Locator("#board-review a.button").First.ClickAsync();
        await ShootAsync(carmen, "27-review", on);
        await carmen.GoAsync(story.Case + "/export");
        await carmen.Page.Locator("main .rows a").First.ClickAsync();
        await ShootAsync(carmen, "28-export", on);
    }

    private async Task AuditorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var marco = await chromium.SignedInAsync(app, TestApp.Auditor, like);
        await marco.GoAsync("/audit/unusual");
        await ShootAsync(marco, "30-unusual", on);
    }

    private static async Task ShootAsync(Window window, string name, string on)
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
