using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using AngleSharp.Html.Dom;

namespace Amparo.Tests.Accounts;

public sealed class IdleTests
{
    private const string Ana = "ana@linea.example";
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(16);

    [Fact]
    public async Task After_a_while_away_a_page_asks_for_the_password_and_then_shows()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        house.Clock.Pass(Away);
        await browser.GoAsync("/case?id=7");
        browser.Path.ShouldBe("/unlock");
        await browser.SendAsync(("UnlockPassword", House.Password));
        browser.Path.ShouldBe("/case");
        browser.Text.ShouldBe("secret");
        browser.Way.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task A_form_sent_after_a_while_away_loses_nothing()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        await browser.GoAsync("/sessions");
        var token = browser.Token ?? await TokenAsync(browser);
        house.Clock.Pass(Away);
        const string words = "Dijo: \"ñ\" & <b>\r\nsegunda línea";
        await browser.PostAsync("/note?step=2", ("Words", words), ("Ticked", "a"), ("Ticked", "b"), ("Empty", ""), ("_once", "key-1"), ("__RequestVerificationToken", token));
        browser.Path.ShouldBe("/unlock");
        browser.Way[0].ShouldBe(HttpStatusCode.TemporaryRedirect);
        browser.Text.ShouldContain("Lo que escribiste está a salvo");

        await browser.SendAsync(("UnlockPassword", "not the password"));
        browser.Path.ShouldBe("/unlock");
        await browser.SendAsync(("UnlockPassword", House.Password));
        browser.Way.ShouldBe([HttpStatusCode.TemporaryRedirect, HttpStatusCode.OK]);
        browser.Path.ShouldBe("/note");
        browser.Text.ShouldContain($"Words={words}");
        browser.Text.ShouldContain("Ticked=a,b");
        browser.Text.ShouldContain("Empty=");
        browser.Text.ShouldContain("_once=key-1");
        browser.Text.ShouldNotContain("Unlock");
        browser.Text.ShouldNotContain(House.Password);
    }

    [Fact]
    public async Task A_real_form_goes_through_the_lock_whole()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        await browser.GoAsync("/account/password");
        house.Clock.Pass(Away);
        const string other = "siete barcos doblan trigo";
        await browser.SendAsync(("Current", House.Password), ("Password", other), ("Again", other));
        browser.Path.ShouldBe("/unlock");
        await browser.SendAsync(("UnlockPassword", House.Password));
        browser.Path.ShouldBe("/account/password");
        browser.Text.ShouldContain("Tu contraseña cambió");
        (await house.EventsAsync()).TakeLast(2).ShouldBe(["user.unlocked", "user.password-changed"]);
    }

    [Fact]
    public async Task A_page_that_refreshes_itself_keeps_no_session_awake()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        for (var i = 0; i < 8; i++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(2));
            await browser.GoAsync("/case", ("X-Live", "1"), ("Sec-Fetch-Mode", "cors"));
        }
        browser.Status.ShouldBe(HttpStatusCode.Unauthorized);
        browser.Path.ShouldBe("/case");
    }

    [Fact]
    public async Task Whoever_goes_on_working_is_never_asked()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        for (var i = 0; i < 8; i++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(10));
            await browser.GoAsync("/case");
            browser.Text.ShouldBe("secret");
        }
    }

    [Fact]
    public async Task Five_wrong_passwords_at_the_lock_close_the_account_for_a_while()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        house.Clock.Pass(Away);
        await browser.GoAsync("/case");
        for (var i = 0; i < 5; i++)
            await browser.SendAsync(("UnlockPassword", "not the password"));
        await browser.SendAsync(("UnlockPassword", House.Password));
        browser.Path.ShouldBe("/unlock");
        (await house.EventsAsync()).ShouldContain("user.locked-out");
    }

    [Fact]
    public async Task An_idle_session_can_be_left()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        house.Clock.Pass(Away);
        await browser.GoAsync("/sign-out");
        await browser.SendAsync();
        browser.Path.ShouldBe("/");
        await browser.GoAsync("/case");
        browser.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task The_lock_leads_to_no_other_site()
    {
        await using var house = await House.OpenAsync();
        var browser = await InAsync(house);
        house.Clock.Pass(Away);
        await browser.GoAsync("/unlock?to=https://evil.example/");
        (browser.Page.QuerySelector("main form") as IHtmlFormElement)!.GetAttribute("action").ShouldBe("/unlock?to=%2F");
    }

    private static async Task<Browser> InAsync(House house)
    {
        await house.MemberAsync(Ana, Role.Operator);
        return await house.SignedInAsync(Ana);
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        await browser.GoAsync("/sign-out");
        return browser.Token!;
    }
}
