using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

/// <summary>An administrator of another agency than the line looks after its own people, and gives the roles its kind may hold.</summary>
public class DelegatedTests
{
    private const string Police = "pnp-trata-piura";

    [Theory, OnEveryDatabase]
    public async Task They_see_and_add_only_people_of_their_own_agency(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var jefe = await app.SignedInAsAsync(Role.Administrator, Police);
        await jefe.GoAsync("/users");
        jefe.Words.ShouldContain(TestApp.TraffickingUnit);
        foreach (var stranger in (string[])[TestApp.Operator, TestApp.Administrator, TestApp.Prosecutor])
            jefe.Words.ShouldNotContain(stranger);
        await jefe.GoAsync("/users/add");
        var own = (await app.OfficeAsync(Police)).Agency;
        jefe.Page.QuerySelectorAll("select[name=Agency] option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v)).ShouldBe([$"{own}"]);
        jefe.Page.QuerySelectorAll("input[name=Roles]").Select(i => i.GetAttribute("value")).ShouldBe([Role.Liaison, Role.Learner, Role.Administrator]);
        await jefe.SendAsync(("Name", "Otra"), ("Login", "otra@pnp.example"), ("Agency", $"{own}"), ("Office", "all"), ("Roles", Role.Liaison));
        jefe.Status.ShouldBe(HttpStatusCode.OK);
        await jefe.GoAsync("/users/add");
        await jefe.SendAsync(("Name", "Otra"), ("Login", "dos@pnp.example"), ("Agency", await app.LineAsync()), ("Office", "all"), ("Roles", Role.Liaison));
        jefe.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.AuditAsync("user.added")).Count(e => e.By != null).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_that_their_agency_may_not_hold_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var jefe = await app.SignedInAsAsync(Role.Administrator, Police);
        var (own, luis) = ((await app.OfficeAsync(Police)).Agency, await app.UserIdAsync(TestApp.TraffickingUnit));
        foreach (var role in Role.All.Except([Role.Liaison, Role.Learner, Role.Administrator]))
        {
            await jefe.GoAsync("/users/add");
            await jefe.SendAsync(("Name", "Otra"), ("Login", "otra@pnp.example"), ("Agency", $"{own}"), ("Office", "all"), ("Roles", role));
            (jefe.Status, jefe.Words.Contains(app.Text("users.role-not-here"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true), role);
            await jefe.PostFromAsync($"/users/{luis}/roles", "/roles", ("Roles", role), ("Roles", Role.Liaison));
            (jefe.Status, jefe.Words.Contains(app.Text("users.role-not-here"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true), role);
        }
        (await app.UserAsync(luis)).Roles.ShouldBe([Role.Liaison]);
        // The line's administrators are bound by it too: an auditor at a police station would see what everybody did.
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{luis}/roles", "/roles", ("Roles", Role.Auditor));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task They_review_their_own_people(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var luis = await app.UserIdAsync(TestApp.TraffickingUnit);
        app.Clock.Advance(TimeSpan.FromDays(181));
        var jefe = await app.SignedInAsAsync(Role.Administrator, Police);
        await jefe.GoAsync("/users/reviews");
        jefe.Page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(TestApp.TraffickingUnit);
        await jefe.PostFromAsync($"/users/{luis}/review", "/review");
        jefe.Words.ShouldContain(app.Text("reviews.none"));
    }
}
