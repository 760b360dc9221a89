using System.Net;
using Amparo.Accounts;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>Every form that each role can reach, filled in as nobody should: a clear page always, never a failure, nothing half saved.</summary>
public class BadInputTests
{
    private static readonly int[] Clear = [200, 400, 403, 404, 409, 413, 414];
    private static readonly int[] Refusals = [400, 403, 404, 409, 413, 414];

    public static TheoryData<string, string> Everybody
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (var login in (string[])["", TestApp.Operator, TestApp.Supervisor, TestApp.Administrator, TestApp.Auditor, TestApp.TraffickingUnit])
            {
                all.Add(TestDatabases.Sqlite, login);
                if (PostgresServer.IsInstalled)
                    all.Add(TestDatabases.Postgres, login);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Bad_input_is_answered_clearly_and_saves_nothing(string database, string login)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(Wide));
        var world = await World.MakeAsync(app);
        var browser = login == "" ? app.Browser() : await app.SignedInAsync(login);
        await world.SettleAsync();
        var (_, forms) = await Crawl.AllAsync(browser, login == "" ? ["/", "/sign-in", "/r/again", "/r/a-token-of-nobody"] : ["/home", .. world.Pages]);
        forms.Count(f => f.IsPost).ShouldBeGreaterThan(0);
        List<string> wrong = [];
        // Whoever takes their own account away cannot go on attacking.
        var own = await app.InAsync(db => db.Set<User>().Where(u => u.Login == login).Select(u => u.Id).FirstOrDefaultAsync());
        // The cover's form does nothing while the session is awake.
        foreach (var form in forms.Where(f => !f.Action.Contains(own.ToString(), StringComparison.Ordinal) && f.Action != "/unlock").OrderBy(EndsTheSession))
            wrong.AddRange(await TryAsync(app, browser, login, form, world));
        wrong.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Addresses_that_cannot_be_are_not_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        foreach (var id in (string[])[new string('a', 4000), "%00", "1", "..%2f..%2fetc", "%F0%9F%92%A9", "00000000-0000-0000-0000-000000000000"])
        {
            foreach (var page in (string[])["contacts", "cases", "people", "referrals", "follow-ups", "providers", "agencies", "tasks", "places"])
            {
                await julia.GoAsync($"/{page}/{id}{page switch { "follow-ups" => "/done", "tasks" => "/finish", "places" => "/change", _ => "" }}");
                new[] { 400, 404 }.ShouldContain((int)julia.Status, $"{page}/{id[..Math.Min(id.Length, 40)]}");
            }
        }
    }

    private static void Wide(AccountsOptions accounts) =>
        (accounts.RequestsPerMinute, accounts.SignInsPerAddress, accounts.SignInsPerLogin, accounts.TriesPerAddress) = (1_000_000, 1_000_000, 1_000_000, 1_000_000);

    private static bool EndsTheSession(FoundForm form) => Crawl.Shape(form.Action) is "/sign-out" or "/sessions?handler=Others";

    private static async Task<List<string>> TryAsync(TestApp app, Browser browser, string login, FoundForm form, World world)
    {
        List<string> wrong = [];
        string? before = null;
        foreach (var attack in Attack.On(form, world))
        {
            // What the last act set off may still be under way.
            if (before is null)
                await world.SettleAsync();
            before ??= await world.StateAsync();
            if (!await SendAsync(browser, form, attack))
                continue;
            var status = (int)browser.Way[0] is var first and (307 or >= 400) ? first : (int)browser.Status;
            var said = $"{attack.Name} on {form.Shape}: {string.Join(' ', browser.Way)}";
            if (!(attack.Expected ?? Clear).Contains(status))
                wrong.Add(said);
            else if (Refusals.Contains(status) && await world.StateAsync() is var after && after != before)
                wrong.Add($"{said} and saved: {before} → {after}");
            else if (status is not (413 or 414) && !browser.Text.Contains("<h1", StringComparison.Ordinal))
                wrong.Add($"{said}, without a page");
            if (!Refusals.Contains(status))
                before = null;
            if (login != "" && (browser.Path.StartsWith("/sign-in", StringComparison.Ordinal) || EndsTheSession(form)))
            {
                await SignInAgainAsync(app, browser, login);
                await world.SettleAsync();
                before = null;
            }
        }
        return wrong;
    }

    /// <summary>False when the server hung up on what is too big before it was all sent.</summary>
    private static async Task<bool> SendAsync(Browser browser, FoundForm form, Attack attack)
    {
        if (!form.IsPost)
        {
            var query = attack.Fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}");
            await browser.GoAsync(attack.Action + "?" + string.Join('&', query));
            return true;
        }
        await browser.GoAsync(form.Page);
        try
        {
            await browser.PostAsync(attack.Action, [.. attack.Fields.Select(f => f.Name == Attack.Token && f.Value == "" ? (f.Name, browser.Token ?? "") : f)]);
            return true;
        }
        catch (HttpRequestException) when (attack.Expected is [413])
        {
            return false;
        }
    }

    private static async Task SignInAgainAsync(TestApp app, Browser browser, string login)
    {
        await browser.GoAsync("/home");
        if (browser.Path == "/home")
            return;
        // Longer than a lockout, which wrong passwords may have brought.
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", DemoStory.Password));
        await browser.SendAsync(("Code", Totp.Code(Totp.DemoKey(login), app.Clock.GetUtcNow())));
        await browser.GoAsync("/home");
        browser.Path.ShouldBe("/home");
    }
}
