using System.Net;
using Amparo.Cases;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

public class OpenCaseTests
{
    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Operator, Role.Supervisor, Role.CaseWorker])];

    [Theory, OnEveryDatabase]
    public async Task A_case_begins_with_a_contact_and_is_tied_to_the_line(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, path) = await julia.OpenCaseAsync();
        var stored = await app.CaseAsync(path);
        (stored.State.Value, stored.OpenedAt, stored.IsOpen).ShouldBe(("open", app.Clock.GetUtcNow(), true));
        stored.Joined.ShouldHaveSingleItem().Contact.Value.ShouldBe(Line.Id(contact));
        stored.Ties.ShouldHaveSingleItem().Why.ShouldBe(Tie.Took);
        var opened = (await app.AuditAsync("case.opened")).ShouldHaveSingleItem();
        (opened.About, opened.Under).ShouldBe((Line.Id(path), (Guid?)Line.Id(contact)));

        await julia.GoAsync(contact);
        julia.Page.QuerySelector("#case-of-contact a")!.GetAttribute("href").ShouldBe(path);
        julia.Words.ShouldContain(app.Text("event.case.opened"));
        await julia.GoAsync("/home");
        julia.Text.ShouldContain(path, customMessage: "whoever opened it has it at hand");
        await julia.GoAsync("/cases?q=" + stored.Reference);
        julia.Text.ShouldContain(path);
    }

    [Theory, OnEveryDatabase]
    public async Task Cases_of_the_same_place_are_suggested_and_never_joined_by_themselves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, first) = await julia.OpenCaseAsync();
        var second = await julia.TellAsync();
        await julia.GoAsync(second + "/case");
        julia.Words.ShouldContain(app.Text("case.match.place"));
        (await app.CaseAsync(first)).Joined.Count().ShouldBe(1);
        await julia.SendAsync();
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("case.open.missing"));
        await julia.SendAsync(("Chosen", first.Split('/')[2]));
        julia.Path.ShouldBe(first);
        (await app.CaseAsync(first)).Joined.Count().ShouldBe(2);
        (await app.CountAsync("case.contact-joined")).ShouldBe(1);

        await julia.GoAsync(second + "/case");
        await julia.SendAsync(("Chosen", "new"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict, "a contact belongs to one case");
        (await app.CountAsync("case.opened")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_call_from_the_same_number_is_suggested_wherever_it_came_from(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var first = await CallFromAsync(julia, "961357924");
        await julia.GoAsync(first + "/case");
        await julia.SendAsync(("Chosen", "new"));
        var again = await CallFromAsync(julia, "+51 961 357 924");
        await julia.GoAsync(again + "/case");
        julia.Words.ShouldContain(app.Text("case.match.number"));
        var stranger = await CallFromAsync(julia, "944000111");
        await julia.GoAsync(stranger + "/case");
        julia.Words.ShouldNotContain(app.Text("case.match.number"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_case_is_joined_by_the_reference_that_somebody_says(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var reference = (await app.CaseAsync(path)).Reference;
        var contact = await julia.OpenContactAsync();
        await julia.GoAsync(contact + "/case");
        await julia.SendAsync(("Reference", "no es"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("case.join.unknown-reference"));
        await julia.SendAsync(("Reference", reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        julia.Path.ShouldBe(path);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_opens_or_sees_a_case(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (contact, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var other = await app.SignedInAsAsync(role);
        foreach (var page in (string[])["/cases", path, contact + "/case"])
        {
            await other.GoAsync(page);
            other.Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }
    }

    [Fact]
    public async Task A_case_worker_follows_cases_and_does_not_open_them()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (contact, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var worker = await app.SignedInAsAsync(Role.CaseWorker);
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.OK);
        worker.Page.QuerySelector($"#contacts a[href='{contact}']").ShouldBeNull("the contact is the line's to see");
        await worker.GoAsync(contact + "/case");
        worker.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task No_role_opens_a_case_without_a_tie(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(path);
        foreach (var role in (string[])[Role.Operator, Role.Supervisor, Role.CaseWorker])
        {
            var other = await app.SignedInAsAsync(role, "pnp-trata-nacional");
            foreach (var page in (string[])[path, path + "/summary", path + "/people/add", person, person + "/change"])
            {
                await other.GoAsync(page);
                other.Status.ShouldBe(HttpStatusCode.NotFound, page);
            }
            await other.GoAsync("/cases");
            other.Text.ShouldNotContain(path);
        }
    }

    private static async Task<string> CallFromAsync(Browser julia, string number)
    {
        var contact = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", number));
        return contact;
    }
}
