using System.Net;
using Amparo.Accounts.SigningIn;
using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class SignInHelpTests
{
    [Theory, OnEveryDatabase]
    public async Task Whoever_cannot_sign_in_is_led_to_what_to_do_and_whom_to_call(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var browser = app.Browser();
        await browser.GoAsync("/sign-in");
        await browser.GoAsync(browser.Page.QuerySelector("main a[href='/sign-in/help']")!.GetAttribute("href")!);
        (browser.Status, browser.Path).ShouldBe((HttpStatusCode.OK, "/sign-in/help"));
        foreach (var key in (string[])["phone-codes", "administrator", "administrator-does", "nobody-asks", "nobody-asks-how"])
            browser.Words.ShouldContain(app.Text($"sign-in.help.{key}"));
        browser.Page.QuerySelector("main a[href='tel:1818']").ShouldNotBeNull("the line's number, from the pack");
        browser.Words.ShouldContain("opción 1");

        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        browser.Page.QuerySelector("main a[href='/sign-in/help']").ShouldNotBeNull("whoever lost the telephone stands here");
    }

    [Theory, OnEveryDatabase]
    public async Task It_says_the_same_to_everybody_and_asks_for_nothing(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (stranger, known) = (app.Browser(), app.Browser());
        await stranger.GoAsync("/sign-in/help");
        await known.GoAsync("/sign-in");
        await known.SendAsync(("Login", TestApp.Operator), ("Password", "not the password"));
        await known.GoAsync($"/sign-in/help?login={TestApp.Operator}");
        MainOf(known).ShouldBe(MainOf(stranger));
        stranger.Page.QuerySelectorAll("main input:not([type=hidden])").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_recovery_code_opens_as_the_page_says(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        var id = await app.UserIdAsync(TestApp.Operator);
        await ana.PostFromAsync($"/users/{id}/reset-mfa", "/reset-mfa");
        var julia = app.Browser();
        await julia.GoAsync("/sign-in");
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        var key = julia.Page.QuerySelector("main .ref")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await julia.SendAsync(("Code", Totp.Code(key, app.Clock.GetUtcNow())));
        var code = julia.Page.QuerySelector("main li")!.TextContent.Trim();
        var lost = app.Browser();
        await lost.GoAsync("/sign-in");
        await lost.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        await lost.SendAsync(("Code", code));
        lost.Path.ShouldBe("/home");
    }

    private static string MainOf(Browser browser) =>
        string.Join(' ', browser.Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
