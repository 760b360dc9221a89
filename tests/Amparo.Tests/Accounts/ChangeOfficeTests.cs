using System.Net;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class ChangeOfficeTests
{
    [Theory, OnEveryDatabase]
    public async Task Another_office_counts_at_the_next_request_and_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var id = await app.UserIdAsync(TestApp.TraffickingUnit);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync(referral);
        luis.Status.ShouldBe(HttpStatusCode.OK);

        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ChangeAsync(ana, id, $"{(await app.OfficeAsync("pnp-trata-nacional")).Id}");
        (ana.Status, ana.Path).ShouldBe((HttpStatusCode.OK, $"/users/{id}"));
        ana.Words.ShouldContain((await app.OfficeAsync("pnp-trata-nacional")).Name);
        await luis.GoAsync(referral);
        luis.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.AuditAsync("user.office-changed")).ShouldHaveSingleItem().About.ShouldBe(id.Value);

        await ChangeAsync(ana, id, $"{(await app.OfficeAsync("pnp-trata-piura")).Id}");
        await luis.GoAsync(referral);
        luis.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_office_of_the_agency_can_be_chosen_and_is_said(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Station);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ChangeAsync(ana, id, "all");
        ana.Words.ShouldContain(app.Text("users.office-all"));
        (await app.UserAsync(id)).Office.ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task An_office_of_another_agency_none_and_one_that_is_none_are_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Station);
        var office = (await app.UserAsync(id)).Office;
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ChangeAsync(ana, id, $"{(await app.OfficeAsync("fiscalia-piura")).Id}");
        (ana.Status, ana.Words.Contains(app.Text("users.office-other"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        await ChangeAsync(ana, id, "Piura");
        (ana.Status, ana.Words.Contains(app.Text("users.office-missing"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        await ChangeAsync(ana, id, "");
        ana.Status.ShouldBe(HttpStatusCode.BadRequest);
        await ChangeAsync(ana, id, $"{OfficeId.New()}");
        ana.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.UserAsync(id)).Office.ShouldBe(office);
        (await app.CountAsync("user.office-changed")).ShouldBe(0);
    }

    private static Task ChangeAsync(Browser browser, UserId id, string office) => browser.PostFromAsync($"/users/{id}/office", "/office", ("Office", office));
}
