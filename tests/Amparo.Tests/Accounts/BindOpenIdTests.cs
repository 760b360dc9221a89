using System.Net;
using Amparo.Accounts.OpenId;
using Amparo.Demo;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public class BindOpenIdTests
{
    [Theory, OnEveryDatabase]
    public async Task Binding_shows_whose_account_it_is_and_takes_the_password(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.GoAsync("/sessions");
        await julia.GoAsync(julia.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Ministerio", StringComparison.Ordinal)).GetAttribute("href")!);
        await julia.GoAsync(julia.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        (julia.Path, ministry.Provider.Asked["scope"], ministry.Provider.Asked["prompt"]).ShouldBe(("/openid/bind", "openid profile", "login"));
        julia.Words.ShouldContain(ministry.Provider.Name);
        await julia.SendAsync(("Password", "no es esta"));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        await julia.SendAsync(("Password", ""));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.InAsync(db => db.Set<OpenIdBinding>().CountAsync())).ShouldBe(0);
        var id = await app.UserIdAsync(TestApp.Operator);
        ((await app.UserAsync(id)).Failures, (await ministry.FailuresAsync()).Single().About).ShouldBe((1, id.Value));
        await julia.SendAsync(("Password", DemoStory.Password));
        (julia.Path, julia.Words.Contains(app.Text("openid.unbind"), StringComparison.Ordinal)).ShouldBe(("/openid", true));
        var bound = await app.InAsync(db => db.Set<OpenIdBinding>().SingleAsync());
        (bound.User, bound.Issuer, bound.Subject).ShouldBe((id, ministry.Provider.Address, "4711"));
        (await app.AuditAsync("openid.bound")).Select(e => (e.About, e.By)).ShouldBe([(id.Value, (Guid?)id.Value)]);
    }

    [Theory, OnEveryDatabase]
    public async Task One_account_is_one_persons_and_one_person_has_one(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        var cesar = await app.SignedInAsync(TestApp.Station);
        await cesar.GoAsync("/openid/bind?handler=Ask");
        await cesar.SendAsync(("Password", DemoStory.Password));
        (cesar.Status, cesar.Words.Contains(app.Text("openid.taken"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        ministry.Provider.Subject = "4712";
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.GoAsync("/openid/bind?handler=Ask");
        await julia.SendAsync(("Password", DemoStory.Password));
        (julia.Status, julia.Words.Contains(app.Text("openid.bound-already"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await app.CountAsync("openid.bound")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_posts_at_the_same_instant_bind_once(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var julia = await ministry.App.SignedInAsync(TestApp.Operator);
        await julia.GoAsync("/openid/bind?handler=Ask");
        var (cookies, token) = (julia.CookieHeader, julia.Token!);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ministry.App.Address };
        var posts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/openid/bind")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("Password", DemoStory.Password), KeyValuePair.Create("__RequestVerificationToken", token)]),
            };
            request.Headers.Add("Cookie", cookies);
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }));
        posts.Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict]);
        (await ministry.App.CountAsync("openid.bound")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_session_brought_from_the_provider_no_other_binds(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        var browser = await app.SignedInAsync(TestApp.Operator);
        await browser.GoAsync("/openid/bind?handler=Ask");
        await browser.GoAsync("/sign-out");
        await browser.SendAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", TestApp.Station), ("Password", DemoStory.Password));
        await browser.SendAsync(("Code", Amparo.Accounts.SigningIn.Totp.Code(Amparo.Accounts.SigningIn.Totp.DemoKey(TestApp.Station), app.Clock.GetUtcNow())));
        await browser.GoAsync("/openid/bind");
        browser.Path.ShouldBe("/openid");
        var late = await app.SignedInAsync(TestApp.Operator);
        await late.GoAsync("/openid/bind?handler=Ask");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await late.SendAsync(("Password", DemoStory.Password));
        late.Path.ShouldBe("/openid");
        (await app.CountAsync("openid.bound")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_way_to_bind_that_fails_leads_back_to_the_persons_own_page_and_is_on_record(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var julia = await ministry.App.SignedInAsync(TestApp.Operator);
        ministry.Provider.Error = "access_denied";
        await julia.GoAsync("/openid/bind?handler=Ask");
        (julia.Status, julia.Page.QuerySelector("main a.button")!.GetAttribute("href")).ShouldBe((HttpStatusCode.BadRequest, "/openid"));
        (await ministry.FailuresAsync()).ShouldHaveSingleItem().By.ShouldBe((await ministry.App.UserIdAsync(TestApp.Operator)).Value);
    }

    [Theory, OnEveryDatabase]
    public async Task Unbound_the_provider_opens_nothing_and_it_can_be_bound_again(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        var julia = await ministry.BindAsync();
        await julia.PostFromAsync("/openid/unbind", "/unbind");
        (julia.Path, julia.Words.Contains(app.Text("openid.how", "Ministerio"), StringComparison.Ordinal)).ShouldBe(("/openid", true));
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        await julia.GoAsync("/openid/unbind");
        julia.Status.ShouldBe(HttpStatusCode.NotFound);
        await ministry.BindAsync();
        (await ministry.EnterAsync()).Path.ShouldBe("/home");
        var id = await app.UserIdAsync(TestApp.Operator);
        (await app.AuditAsync("openid.unbound")).Select(e => (e.About, e.By)).ShouldBe([(id.Value, (Guid?)id.Value)]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_sees_that_it_is_bound_and_unbinds_it_and_sessions_end(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        var julia = await ministry.BindAsync();
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync($"/users/{id}");
        ana.Words.ShouldContain(app.Text("openid.user-bound", "Ministerio"));
        foreach (var role in Role.All.Where(r => r != Role.Administrator))
        {
            var other = await app.SignedInAsAsync(role);
            await other.GoAsync($"/users/{id}/unbind");
            other.Status.ShouldBe(HttpStatusCode.Forbidden, role);
        }
        var elsewhere = await app.SignedInAsAsync(Role.Administrator, "pnp-trata-nacional");
        await elsewhere.GoAsync($"/users/{id}/unbind");
        elsewhere.Status.ShouldBe(HttpStatusCode.NotFound);
        await ana.PostFromAsync($"/users/{id}/unbind", "/unbind");
        (ana.Path, ana.Words.Contains(app.Text("openid.user-bound", "Ministerio"), StringComparison.Ordinal)).ShouldBe(($"/users/{id}", false));
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/sign-in");
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        (await app.AuditAsync("openid.unbound")).Select(e => (e.About, e.By)).ShouldBe([(id.Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value)]);
    }

    [Theory, OnEveryDatabase]
    public async Task Losing_the_second_factor_voids_it_and_nobody_binds_unseen(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{await app.UserIdAsync(TestApp.Operator)}/reset-mfa", "/reset-mfa");
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unknown");
        var stranger = app.Browser();
        foreach (var page in (string[])["/openid", "/openid/bind", "/openid/bind?handler=Ask", "/openid/unbind"])
        {
            await stranger.GoAsync(page);
            stranger.Path.ShouldBe("/sign-in", page);
        }
    }
}
