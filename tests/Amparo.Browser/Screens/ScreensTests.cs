using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Screens;

/// <summary>Pictures of the pages as they are, for <c>docs/screens</c>: written there when AMPARO_SCREENS=1.</summary>
public class ScreensTests(Chromium chromium)
{
    [InChromium]
    public async Task Every_screen_can_be_shown_on_a_desk_and_on_a_phone()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var story = await Story.TellAsync(app);
        foreach (var (on, like) in Camera.Screens)
        {
            await DoorAsync(app, like, on);
            await LineAsync(app, like, on, story);
            await LiaisonAsync(app, like, on);
            await SupervisorAsync(app, like, on);
            await CaseAsync(app, like, on, story);
            await HandOverAsync(app, like, on, story);
            await AuditorAsync(app, like, on);
        }
    }

    private async Task DoorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var window = await chromium.OpenAsync(app, like);
        await window.GoAsync("/");
        await Camera.ShootAsync(window, "01-door", on);
        await window.GoAsync("/sign-in");
        await Camera.ShootAsync(window, "02-sign-in", on);
        await window.EnterPasswordAsync(TestApp.Operator);
        await Camera.ShootAsync(window, "03-code", on);
    }

    private async Task LineAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, like);
        await Camera.ShootAsync(julia, "04-home", on);
        await julia.GoAsync(story.Fresh);
        await Camera.ShootAsync(julia, "05-desk-begins", on);
        await julia.GoAsync(story.InDanger);
        await Camera.ShootAsync(julia, "06-desk-in-danger", on);
        await julia.GoAsync(story.InDanger + "/danger");
        await Camera.ShootAsync(julia, "07-danger", on);
        await julia.GoAsync("/contacts");
        await Camera.ShootAsync(julia, "12-contacts", on);
    }

    private async Task LiaisonAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var luis = await chromium.SignedInAsync(app, TestApp.TraffickingUnit, like);
        await luis.GoAsync("/referrals");
        await Camera.ShootAsync(luis, "08-inbox", on);
        if (await luis.Page.Locator("form[action$='/see']").CountAsync() > 0)
            await luis.PressAsync("Abrir");
        else
            await luis.PressAsync("Ver");
        await Camera.ShootAsync(luis, "09-referral", on);
        await luis.GoAsync("/home");
        await Camera.ShootAsync(luis, "29-liaison-home", on);
    }

    private async Task SupervisorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync("/board");
        await Camera.ShootAsync(carmen, "10-board", on);
        await carmen.GoAsync("/providers");
        await Camera.ShootAsync(carmen, "11-directory", on);
    }

    private async Task CaseAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync(story.Case);
        await Camera.ShootAsync(carmen, "13-case", on);
        await carmen.Page.Locator("#people a").First.ClickAsync();
        await Camera.ShootAsync(carmen, "14-person", on);
        await PersonAsync(carmen, story, on);
        await carmen.GoAsync(story.Declined + "/case");
        await Camera.ShootAsync(carmen, "15-join", on);
        await carmen.GoAsync(story.InDanger + "/screening");
        await Camera.ShootAsync(carmen, "16-screening", on);
        await carmen.GoAsync(story.InDanger + "/screening/decide");
        await Camera.ShootAsync(carmen, "17-decide", on);
    }

    private static async Task PersonAsync(Window carmen, Story story, string on)
    {
        var person = carmen.Path;
        await carmen.GoAsync(person + "/screening");
        await Camera.ShootAsync(carmen, "36-screening-person", on);
        await carmen.PressAsync("Guardar y decidir");
        await Camera.ShootAsync(carmen, "37-decide-person", on);
        await carmen.PressAsync("Guardar");
        await Camera.ShootAsync(carmen, "38-person-screened", on);
        await carmen.GoAsync(story.Case);
        await carmen.Page.Locator("#people a[href^='/people/']").Last.ClickAsync();
        await carmen.GoAsync(carmen.Path + "/change");
        await Camera.ShootAsync(carmen, "39-process-roles", on);
        await carmen.GoAsync(story.Case + "/people/add");
        await carmen.Page.Locator("main details summary").ClickAsync();
        await Camera.ShootAsync(carmen, "40-add-person", on);
    }

    private async Task HandOverAsync(TestApp app, BrowserNewContextOptions like, string on, Story story)
    {
        await using var carmen = await chromium.SignedInAsync(app, TestApp.Supervisor, like);
        await carmen.GoAsync(story.Case);
        await carmen.Page.Locator("#people a").First.ClickAsync();
        await carmen.GoAsync(carmen.Path + "/consents/add");
        await Camera.ShootAsync(carmen, "24-consent", on);
        await carmen.GoAsync(story.Case + "/refer?purpose=protect");
        await carmen.Page.Locator("input[name=People]").First.CheckAsync();
        await Camera.ShootAsync(carmen, "25-refer-case", on);
        await carmen.Page.GetByText("Fiscalía").First.ClickAsync();
        await carmen.Page.Locator("input[name=Basis][value=consent]").CheckAsync();
        await carmen.PressAsync("Ver qué sale");
        await Camera.ShootAsync(carmen, "26-what-leaves", on);
        await carmen.GoAsync("/board");
        await carmen.Page.Locator("#board-review a.button").First.ClickAsync();
        await Camera.ShootAsync(carmen, "27-review", on);
        await carmen.GoAsync(story.Case + "/export");
        await carmen.Page.Locator("main .rows a").First.ClickAsync();
        await Camera.ShootAsync(carmen, "28-export", on);
    }

    private async Task AuditorAsync(TestApp app, BrowserNewContextOptions like, string on)
    {
        await using var marco = await chromium.SignedInAsync(app, TestApp.Auditor, like);
        await marco.GoAsync("/audit/unusual");
        await Camera.ShootAsync(marco, "30-unusual", on);
    }
}
