using System.Net;
using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class ResetMfaTests
{
    [Theory, OnEveryDatabase]
    public async Task Without_the_second_factor_sessions_end_and_it_is_set_up_again(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/reset-mfa", "/reset-mfa");
        ana.Path.ShouldBe($"/users/{id}");
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/sign-in");
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        julia.Path.ShouldBe("/sign-in/set-up");
        var reset = (await app.AuditAsync("user.mfa-reset")).ShouldHaveSingleItem();
        (reset.About, reset.By).ShouldBe((id.Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_not_there_cannot_be_removed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/reset-mfa", "/reset-mfa");
        await ana.PostFromAsync($"/users/{id}/reset-mfa", "/reset-mfa");
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.no-mfa"));
        (await app.CountAsync("user.mfa-reset")).ShouldBe(1);
    }
}
