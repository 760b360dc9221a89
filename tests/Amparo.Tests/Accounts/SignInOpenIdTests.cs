using System.Net;
using Amparo.Accounts.OpenId;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.SigningIn;
using Amparo.Demo;
using Amparo.Platform.Data;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public class SignInOpenIdTests
{
    [Theory, OnEveryDatabase]
    public async Task A_bound_person_signs_in_where_the_provider_says_that_two_factors_were_given(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        var julia = app.Browser();
        await julia.GoAsync("/sign-in?to=/contacts");
        var button = julia.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Ministerio", StringComparison.Ordinal));
        await julia.GoAsync(button.GetAttribute("href")!);
        (julia.Path, julia.Status).ShouldBe(("/contacts", HttpStatusCode.OK));
        var id = await app.UserIdAsync(TestApp.Operator);
        (await app.AuditAsync("openid.bound", "openid.accepted")).Select(e => (e.Event, e.About, e.By, e.Data)).ShouldBe([
            ("openid.bound", id.Value, id.Value, $$"""{"user":"{{id.Value}}"}"""),
            ("openid.accepted", id.Value, id.Value, $$"""{"user":"{{id.Value}}","bothFactors":true}""")]);
        (await app.CountAsync("user.signed-in")).ShouldBe(2);
        (await app.InAsync(db => db.Set<Session>().CountAsync(s => s.User == id))).ShouldBe(2);
        (await app.InAsync(db => db.Set<OpenIdBinding>().SingleAsync())).UsedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_provider_is_asked_for_is_bound_to_the_browser_and_proves_the_person_anew(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database, acr: "nivel-3");
        await ministry.EnterAsync();
        var asked = ministry.Provider.Asked;
        asked.ContainsKey("response_mode").ShouldBeFalse("by the address is what the standard says for a code");
        (asked["response_type"], asked["code_challenge_method"], asked["prompt"], asked["scope"], asked["acr_values"])
            .ShouldBe(("code", "S256", "login", "openid", "nivel-3"));
        (asked["code_challenge"].Length, asked["nonce"].Length > 40, asked["state"].Length > 40).ShouldBe((43, true, true));
        asked["redirect_uri"].ShouldBe(new Uri(ministry.App.Address, OpenIdServices.Back).ToString());
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ministry.App.Address };
        using var begun = await http.GetAsync("/sign-in/openid");
        (begun.StatusCode, begun.Headers.CacheControl?.NoStore).ShouldBe((HttpStatusCode.Redirect, true));
        begun.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self';");
        var cookies = begun.Headers.GetValues("Set-Cookie").ToList();
        cookies.Count.ShouldBe(2);
        cookies.ShouldAllBe(c => c.Contains($"path={OpenIdServices.Back}; samesite=lax; httponly", StringComparison.Ordinal) && !c.Contains("expires", StringComparison.Ordinal));
        using var secure = new HttpRequestMessage(HttpMethod.Get, "/sign-in/openid");
        secure.Headers.Add("X-Forwarded-Proto", "https");
        using var overTls = await http.SendAsync(secure);
        overTls.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("; secure;", StringComparison.Ordinal));
        overTls.Headers.Location!.Query.ShouldContain("redirect_uri=https%3A%2F%2F");
    }

    [Theory, OnEveryDatabase]
    public async Task Without_the_providers_word_for_two_factors_the_code_is_asked(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        ministry.Provider.Amr = ["pwd"];
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var julia = await ministry.EnterAsync("/contacts");
        julia.Path.ShouldBe("/sign-in/code");
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/sign-in");
        await julia.GoAsync("/sign-in/code");
        await julia.SendAsync(("Code", "000000"));
        (julia.Status, (await ministry.FailuresAsync()).Count).ShouldBe((HttpStatusCode.BadRequest, 1));
        await julia.SendAsync(("Code", Totp.Code(Totp.DemoKey(TestApp.Operator), app.Clock.GetUtcNow())));
        julia.Path.ShouldBe("/contacts");
        (await app.AuditAsync("openid.accepted")).ShouldHaveSingleItem().Data.ShouldContain("\"bothFactors\":false");
    }

    [Theory]
    [InlineData("", "", "mfa", null, false)]
    [InlineData("mfa hwk", "", "hwk", null, true)]
    [InlineData("mfa", "", "MFA", null, false)]
    [InlineData("", "nivel-3", "mfa", null, false)]
    [InlineData("", "nivel-3", "pwd", "nivel-3", true)]
    [InlineData("mfa", "nivel-3", "mfa", "nivel-2", false)]
    [InlineData("mfa", "nivel-3", "pwd", "nivel-3", false)]
    [InlineData("mfa", "nivel-3", "mfa", "nivel-3", true)]
    public async Task The_settings_say_what_speaks_of_two_factors(string setAmr, string setAcr, string amr, string? acr, bool isBoth)
    {
        await using var ministry = await Ministry.OpenAsync(TestDatabases.Sqlite, setAmr, setAcr);
        await ministry.BindAsync();
        (ministry.Provider.Amr, ministry.Provider.Acr) = ([amr], acr);
        (await ministry.EnterAsync()).Path.ShouldBe(isBoth ? "/home" : "/sign-in/code");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_bound_nothing_is_refused_whatever_mail_address_the_provider_names(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        ministry.Provider.Name = TestApp.Operator;
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        await ministry.BindAsync();
        ministry.Provider.Subject = "4712";
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        (await ministry.FailuresAsync()).Select(e => (e.About, e.By)).ShouldBe([(Guid.Empty, null), (Guid.Empty, null)]);
    }

    [Theory, OnEveryDatabase]
    public async Task Inactive_and_locked_accounts_are_refused_in_the_same_words(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        var id = await app.UserIdAsync(TestApp.Operator);
        var guess = app.Browser();
        for (var tries = 0; tries < 5; tries++)
        {
            await guess.GoAsync("/sign-in");
            await guess.SendAsync(("Login", TestApp.Operator), ("Password", "no es esta"));
        }
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await ministry.EnterAsync()).Path.ShouldBe("/home");
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        (await ministry.FailuresAsync()).Count(e => e.About == id.Value).ShouldBe(4 + 2, "four guesses, then the lock, and twice the provider");
    }

    [Theory, OnEveryDatabase]
    public async Task What_must_be_read_first_is_read_first(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        await ministry.BindAsync();
        await ministry.App.InAsync(async db =>
        {
            var user = await db.Set<Amparo.Accounts.Users.User>().SingleAsync(u => u.Login == TestApp.Operator);
            db.Entry(user).Property(u => u.Conduct).CurrentValue = null;
            await db.RecordAsync(user.AcceptPassword(), default);
            return true;
        });
        (await ministry.EnterAsync("/contacts")).Path.ShouldBe("/conduct");
    }

    [Theory, OnEveryDatabase]
    public async Task An_idle_session_opens_with_the_password_or_by_signing_in_anew(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        var cesar = await app.SignedInAsync(TestApp.Station);
        var julia = await ministry.BindAsync();
        var contact = await julia.OpenContactAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await julia.SendFormAsync("/account", ("Input.Account", "Oyó gritos."), ("Input.HappeningNow", "Yes"));
        julia.Path.ShouldBe("/unlock");
        julia.Page.QuerySelector("main a[href^='/sign-in/openid']").ShouldBeNull("the way there would lose what was typed");
        await julia.GoAsync(contact);
        var again = julia.Page.QuerySelector("main a[href^='/sign-in/openid']").ShouldNotBeNull().GetAttribute("href")!;
        await julia.GoAsync(again);
        (julia.Path, julia.Status).ShouldBe((contact, HttpStatusCode.OK));
        await cesar.GoAsync("/home");
        (cesar.Path, cesar.Page.QuerySelector("main a[href^='/sign-in/openid']")).ShouldBe(("/unlock", null), "who bound nothing is shown nothing");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await julia.GoAsync("/home");
        await julia.SendFormAsync("/unlock", ("UnlockPassword", DemoStory.Password));
        julia.Path.ShouldBe("/home");
    }

    [Fact]
    public async Task Without_settings_nothing_of_it_is_there()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = app.Browser();
        await julia.GoAsync("/sign-in");
        julia.Text.ShouldNotContain("openid");
        julia = await app.SignedInAsync(TestApp.Administrator);
        foreach (var page in (string[])["/sign-in/openid", OpenIdServices.Back, "/openid", "/openid/bind", "/openid/unbind", $"/users/{await app.UserIdAsync(TestApp.Operator)}/unbind"])
        {
            await julia.GoAsync(page);
            julia.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        foreach (var page in (string[])["/sessions", $"/users/{await app.UserIdAsync(TestApp.Operator)}"])
        {
            await julia.GoAsync(page);
            (julia.Status, julia.Text.Contains("openid", StringComparison.Ordinal) || julia.Text.Contains("/unbind", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, false), page);
        }
    }
}
