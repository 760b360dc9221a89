using System.Net;
using Amparo.Accounts.Passkeys;
using Amparo.Demo;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Amparo.Tests.Accounts.PasskeySteps;

namespace Amparo.Tests.Accounts;

/// <summary>Signing in by a passkey, making one, and losing it.</summary>
public class PasskeyTests
{
    [Theory, OnEveryDatabase]
    public async Task A_passkey_signs_in_without_password_or_code_and_every_step_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = await KeyOfAsync(app, TestApp.Operator);
        var julia = app.Browser();
        await SignInAsync(julia, key, "/sign-in/passkey?to=/contacts");
        (julia.Path, julia.Status).ShouldBe(("/contacts", HttpStatusCode.OK));
        var id = await app.UserIdAsync(TestApp.Operator);
        (await app.AuditAsync("passkey.added", "passkey.accepted")).Select(e => (e.Event, e.About, e.By))
            .ShouldBe([("passkey.added", id.Value, id.Value), ("passkey.accepted", id.Value, id.Value)]);
        (await app.InAsync(db => db.Set<Passkey>().SingleAsync())).SignCount.ShouldBe(1);
        await julia.GoAsync("/passkeys");
        julia.Words.ShouldContain("mi llave azul");
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_given_before_is_not_taken_again(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = await KeyOfAsync(app, TestApp.Operator);
        var thief = app.Browser();
        await thief.GoAsync("/sign-in/passkey?handler=Options");
        var (cookies, options) = (thief.CookieHeader, thief.Text);
        // The count does not tell: the question alone must.
        key.Counts = false;
        var answer = key.Sign(options);
        await AnswerAsync(thief, answer);
        thief.Path.ShouldBe("/home");
        var again = app.Browser();
        await again.GoAsync("/sign-in/passkey");
        var token = again.Token!;
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Credential", answer), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", $"{cookies}; {again.CookieHeader}");
        using var refused = await http.SendAsync(request);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await app.CountAsync("passkey.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_does_not_fit_is_refused_and_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (key, cesars) = (await KeyOfAsync(app, TestApp.Operator), await KeyOfAsync(app, TestApp.Station));
        var julia = app.Browser();
        foreach (var (why, change, back) in ((string, Action, Action)[])[
            ("another site asked", () => key.Origin = "https://amparo.example.org", () => key.Origin = app.Address.ToString()),
            ("nobody made sure who holds it", () => key.MakesSure = false, () => key.MakesSure = true),
            ("a copy of the key signed", () => key.Count = 0, () => key.Count = 50),
            ("it says to be somebody else's", () => key.Owner = cesars.Owner, () => key.Owner = "")])
        {
            if (why.StartsWith("a copy", StringComparison.Ordinal))
                await KeepCountAsync(app, key);
            var owner = key.Owner;
            change();
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await SignInAsync(julia, key);
            (julia.Status, julia.Path).ShouldBe((HttpStatusCode.BadRequest, "/sign-in/passkey"), why);
            back();
            key.Owner = owner;
        }
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await SignInAsync(julia, key);
        julia.Path.ShouldBe("/home", "and nothing else was wrong");
        (await app.CountAsync("user.sign-in-failed")).ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task A_question_is_good_for_five_minutes_and_only_where_it_was_asked(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = await KeyOfAsync(app, TestApp.Operator);
        var julia = app.Browser();
        await julia.GoAsync("/sign-in/passkey?handler=Options");
        var answer = key.Sign(julia.Text);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await AnswerAsync(julia, answer);
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        await AnswerAsync(app.Browser(), answer);
        (await app.CountAsync("user.signed-in")).ShouldBe(1);
        await julia.GoAsync("/sign-in/passkey");
        await julia.SendAsync(("Credential", ""));
        (julia.Status, julia.Words.Contains(app.Text("passkeys.instead"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), "without script it says what to do");
    }

    [Theory, OnEveryDatabase]
    public async Task A_removed_passkey_opens_nothing_and_nobody_removes_anothers(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = await KeyOfAsync(app, TestApp.Operator);
        var passkey = await app.InAsync(db => db.Set<Passkey>().Select(p => p.Id).SingleAsync());
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync($"/passkeys/{passkey}/remove");
        ana.Status.ShouldBe(HttpStatusCode.NotFound);
        await ana.GoAsync("/home");
        await ana.PostAsync($"/passkeys/{passkey}/remove", ("__RequestVerificationToken", ana.Token!), ("Password", DemoStory.Password));
        ana.Status.ShouldBe(HttpStatusCode.NotFound);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.PostFromAsync($"/passkeys/{passkey}/remove", "/remove", ("Password", DemoStory.Password));
        (julia.Path, julia.Words.Contains(app.Text("passkeys.none"), StringComparison.Ordinal)).ShouldBe(("/passkeys", true));
        var outside = app.Browser();
        await SignInAsync(outside, key);
        outside.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.CountAsync("passkey.removed")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Removing_one_takes_the_owners_password_and_wrong_ones_are_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await KeyOfAsync(app, TestApp.Operator);
        var passkey = await app.InAsync(db => db.Set<Passkey>().Select(p => p.Id).SingleAsync());
        var julia = await app.SignedInAsync(TestApp.Operator);
        var before = await app.CountAsync("user.sign-in-failed");
        foreach (var password in (string[])["", "no es esta"])
        {
            await julia.PostFromAsync($"/passkeys/{passkey}/remove", "/remove", ("Password", password));
            julia.Status.ShouldBe(HttpStatusCode.BadRequest, password);
        }
        julia.Words.ShouldContain(app.Text("password.current-wrong"));
        (await app.CountAsync("passkey.removed")).ShouldBe(0);
        (await app.CountAsync("user.sign-in-failed")).ShouldBe(before + 1, "an empty one was no try");
        await julia.SendAsync(("Password", DemoStory.Password));
        (julia.Path, await app.CountAsync("passkey.removed")).ShouldBe(("/passkeys", 1));
    }

    [Theory, OnEveryDatabase]
    public async Task Making_one_takes_the_password_and_a_key_that_makes_sure_who_holds_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var key = new SoftKey(app.Address.ToString());
        await MakeAsync(julia, key, ("Name", "mi llave"), ("Password", "no es esta"));
        (julia.Status, julia.Page.QuerySelector("input[name=Name]")!.GetAttribute("value")).ShouldBe((HttpStatusCode.BadRequest, "mi llave"));
        await MakeAsync(julia, key, ("Name", ""), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        key.MakesSure = false;
        await MakeAsync(julia, key, ("Name", "mi llave"), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        (key.MakesSure, key.Origin) = (true, "https://otra.example");
        await MakeAsync(julia, key, ("Name", "mi llave"), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.CountAsync("passkey.added")).ShouldBe(0);
        key.Origin = app.Address.ToString();
        await MakeAsync(julia, key, ("Name", "mi llave"), ("Password", DemoStory.Password));
        julia.Path.ShouldBe("/passkeys");
        await MakeAsync(julia, key, ("Name", "otra vez"), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest, "the same key twice");
    }

    [Theory, OnEveryDatabase]
    public async Task Losing_the_second_factor_voids_passkeys_and_a_deactivated_account_opens_to_none(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (key, cesars) = (await KeyOfAsync(app, TestApp.Operator), await KeyOfAsync(app, TestApp.Station));
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{await app.UserIdAsync(TestApp.Operator)}/reset-mfa", "/reset-mfa");
        await ana.PostFromAsync($"/users/{await app.UserIdAsync(TestApp.Station)}/deactivate", "/deactivate");
        foreach (var one in (SoftKey[])[key, cesars])
        {
            var browser = app.Browser();
            await SignInAsync(browser, one);
            browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await app.InAsync(db => db.Set<Passkey>().CountAsync())).ShouldBe(1);
    }
}
