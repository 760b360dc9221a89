using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class ChangeRolesTests
{
    [Theory, OnEveryDatabase]
    public async Task New_roles_count_at_the_next_request_and_are_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/roles", "/roles", ("Roles", Role.Auditor), ("Roles", Role.Operator));
        ana.Path.ShouldBe($"/users/{id}");
        ana.Words.ShouldContain(app.Text("role.auditor"));
        await julia.GoAsync("/audit");
        julia.Status.ShouldBe(HttpStatusCode.OK);
        var changed = (await app.AuditAsync("user.roles-changed")).ShouldHaveSingleItem();
        (changed.About, changed.By).ShouldBe((id.Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value));
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_without_a_role_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/roles", "/roles", ("Roles", "king"));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.needs-role"));
        (await app.UserAsync(id)).Roles.ShouldBe([Role.Operator]);
        (await app.CountAsync("user.roles-changed")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_cannot_shut_themselves_out(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Administrator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/roles", "/roles", ("Roles", Role.Operator));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.not-yourself"));
        (await app.UserAsync(id)).Roles.ShouldBe([Role.Administrator]);
    }
}
