using System.Net;
using Amparo.Accounts.SigningIn;
using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class ResendSetUpTests
{
    [Theory, OnEveryDatabase]
    public async Task A_temporary_password_takes_the_place_of_the_old_one_and_ends_the_sessions(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/set-up", "/set-up");
        var password = ana.Page.QuerySelector("main .ref")!.TextContent;
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/sign-in");
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", password));
        julia.Path.ShouldBe("/sign-in/code", "the second factor is asked for all the same");
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await julia.SendAsync(("Code", Totp.Code(Totp.DemoKey(TestApp.Operator), app.Clock.GetUtcNow())));
        julia.Path.ShouldBe("/sign-in/password");
        (await app.AuditAsync("user.set-up-resent")).ShouldHaveSingleItem().About.ShouldBe(id.Value);
    }

    [Theory, OnEveryDatabase]
    public async Task The_temporary_password_is_shown_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/set-up", "/set-up");
        var password = ana.Page.QuerySelector("main .ref")!.TextContent;
        foreach (var page in (string[])[$"/users/{id}/set-up", $"/users/{id}", "/users"])
        {
            await ana.GoAsync(page);
            ana.Text.ShouldNotContain(password, Case.Sensitive, page);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_deactivated_account_gets_none(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        await ana.PostFromAsync($"/users/{id}/set-up", "/set-up");
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.inactive-already"));
        (await app.CountAsync("user.set-up-resent")).ShouldBe(0);
    }
}
