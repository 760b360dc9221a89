using System.Net;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class ReactivateTests
{
    [Theory, OnEveryDatabase]
    public async Task An_account_given_back_opens_with_the_secrets_of_before(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        await ana.SendFormAsync("/reactivate");
        ana.Path.ShouldBe($"/users/{id}");
        await app.SignedInAsync(TestApp.Operator);
        (await app.AuditAsync("user.reactivated")).ShouldHaveSingleItem().About.ShouldBe(id.Value);
    }

    [Theory, OnEveryDatabase]
    public async Task Reactivating_an_active_account_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/reactivate", "/reactivate");
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.active-already"));
        (await app.CountAsync("user.reactivated")).ShouldBe(0);
    }
}
