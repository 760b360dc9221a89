using System.Net;
using Amparo.Accounts.OpenId;
using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class OpenIdBackTests
{
    private static readonly Dictionary<string, Action<IdentityProvider>> Spoilt = new()
    {
        ["another nonce"] = p => p.Claim = claims => claims["nonce"] = "otro",
        ["no nonce"] = p => p.Claim = claims => claims.Remove("nonce"),
        ["another audience"] = p => p.Claim = claims => claims["aud"] = "otro-programa",
        ["another issuer"] = p => p.Claim = claims => claims["iss"] = "https://otro.example",
        ["over"] = p => p.Claim = claims => claims["exp"] = (long)claims["iat"] - 121,
        ["without an end"] = p => p.Claim = claims => claims.Remove("exp"),
        ["not yet"] = p => p.Claim = claims => claims["nbf"] = (long)claims["iat"] + 180,
        ["signed in there long ago"] = p => p.Claim = claims => claims["auth_time"] = (long)claims["iat"] - 3600,
        ["nobody in particular"] = p => p.Claim = claims => claims["sub"] = "",
        ["another key"] = p => p.Forge = MadeToken.ByAnotherKey,
        ["the program's secret as key"] = p => p.Forge = MadeToken.ByTheSecret,
        ["alg none"] = p => p.Forge = MadeToken.Unsigned,
        ["no signature"] = p => p.Forge = MadeToken.WithoutSignature,
        ["no token"] = p => p.Forge = _ => "esto no es nada",
        ["an error nobody knows"] = p => p.Error = "algo_raro",
        ["the program is not known there"] = p => p.Error = "unauthorized_client",
    };

    public static TheoryData<string> Spoils => [.. Spoilt.Keys];

    [Theory, MemberData(nameof(Spoils))]
    public async Task An_answer_that_cannot_be_believed_opens_nothing_and_is_on_record(string how)
    {
        await using var ministry = await Ministry.OpenAsync(TestDatabases.Sqlite);
        await ministry.BindAsync();
        Spoilt[how](ministry.Provider);
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.untrusted");
        (await ministry.FailuresAsync()).Select(e => e.About).ShouldBe([Guid.Empty], how);
        (ministry.Provider.Claim, ministry.Provider.Forge, ministry.Provider.Error) = (null, null, null);
        (await ministry.EnterAsync()).Path.ShouldBe("/home", "and nothing else was wrong");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_says_no_at_the_provider_is_told_what_to_do(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        ministry.Provider.Error = "access_denied";
        var julia = await ministry.EnterAsync("/contacts");
        julia.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe(["/sign-in?to=%2Fcontacts", "/sign-in/openid?to=%2Fcontacts", "/sign-in/help"]);
        await ministry.RefusedAsync(julia, "openid.denied");
        (await ministry.FailuresAsync()).Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_is_good_once_and_in_the_browser_that_asked(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        var julia = await ministry.EnterAsync();
        julia.Path.ShouldBe("/home");
        var answer = ministry.Provider.SentTo;
        await julia.GoAsync("/sign-out");
        await julia.SendAsync();
        foreach (var browser in (Browser[])[julia, app.Browser()])
        {
            await browser.GoAsync(answer);
            await ministry.RefusedAsync(browser, "openid.again");
        }
        (await ministry.FailuresAsync()).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_copied_the_cookies_too_finds_the_code_used(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        await ministry.BindAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ministry.App.Address };
        using var begun = await http.GetAsync("/sign-in/openid");
        using (await http.GetAsync(begun.Headers.Location))
        {
        }
        var cookies = string.Join("; ", begun.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.BadRequest])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ministry.Provider.SentTo);
            request.Headers.Add("Cookie", cookies);
            using var answer = await http.SendAsync(request);
            answer.StatusCode.ShouldBe(status);
        }
        (await ministry.App.CountAsync("openid.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_way_that_took_too_long_and_one_that_nobody_began_lead_nowhere(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        await ministry.BindAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        using var begun = await http.GetAsync("/sign-in/openid");
        using (await http.GetAsync(begun.Headers.Location))
        {
        }
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        using var request = new HttpRequestMessage(HttpMethod.Get, ministry.Provider.SentTo);
        request.Headers.Add("Cookie", string.Join("; ", begun.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var late = await http.SendAsync(request);
        (late.StatusCode, (await late.Content.ReadAsStringAsync()).Contains(app.Text("openid.again"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        var stranger = app.Browser();
        var refused = 1;
        foreach (var query in (string[])["", "?code=1", "?code=1&state=2", "?error=access_denied", "?id_token=a.b.c&state=1", "?code=1&code=2&state=1&state=2"])
        {
            await stranger.GoAsync(OpenIdServices.Back + query);
            (stranger.Status, (await ministry.FailuresAsync()).Count).ShouldBe((HttpStatusCode.BadRequest, ++refused), query);
        }
        await stranger.GoAsync("/sign-in");
        await stranger.PostAsync(OpenIdServices.Back, ("code", "1"), ("state", "2"), ("__RequestVerificationToken", stranger.Token!));
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.CountAsync("openid.accepted")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_provider_that_does_not_answer_leaves_the_password(string database)
    {
        await using var ministry = await Ministry.OpenAsync(database);
        var app = ministry.App;
        ministry.Provider.IsDown = true;
        var julia = await ministry.EnterAsync();
        (julia.Status, julia.Path).ShouldBe((HttpStatusCode.ServiceUnavailable, "/sign-in/openid"));
        julia.Words.ShouldContain(app.Text("openid.unreachable"));
        (await ministry.FailuresAsync()).Count.ShouldBe(1);
        await julia.GoAsync(julia.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        julia.Path.ShouldBe("/sign-in/code");
        var signedIn = await app.SignedInAsync(TestApp.Operator);
        await signedIn.GoAsync("/openid/bind?handler=Ask");
        (signedIn.Status, signedIn.Words.Contains(app.Text("openid.unreachable"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.ServiceUnavailable, true));
        ministry.Provider.IsDown = false;
        await ministry.BindAsync();
        ministry.Provider.IsTokenDown = true;
        await ministry.RefusedAsync(await ministry.EnterAsync(), "openid.unreachable", HttpStatusCode.ServiceUnavailable);
        ministry.Provider.IsTokenDown = false;
        (await ministry.EnterAsync()).Path.ShouldBe("/home");
    }
}
