using System.Net;
using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class DeactivateTests
{
    [Theory, OnEveryDatabase]
    public async Task A_deactivated_account_is_out_at_once_and_stays_out(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        ana.Path.ShouldBe($"/users/{id}");
        ana.Words.ShouldContain(app.Text("users.state.inactive"));
        ana.Words.ShouldContain(app.Text("users.sessions-none"));
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/sign-in");
        await julia.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.AuditAsync("user.deactivated")).ShouldHaveSingleItem().About.ShouldBe(id.Value);
    }

    [Theory, OnEveryDatabase]
    public async Task Deactivating_twice_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.inactive-already"));
        (await app.CountAsync("user.deactivated")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_cannot_deactivate_themselves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Administrator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.not-yourself"));
        (await app.UserAsync(id)).Active.ShouldBeTrue();
    }
}
