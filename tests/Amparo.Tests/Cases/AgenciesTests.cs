using System.Net;
using Amparo.Cases;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>Another agency is given a part in a case, and its part ends.</summary>
public class AgenciesTests
{
    private const string Elsewhere = "pnp-trata-nacional";

    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Supervisor])];

    [Theory, OnEveryDatabase]
    public async Task An_agency_with_a_part_sees_the_case_until_its_part_ends(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(path);
        var agency = await app.AgencyAsync("pnp-trata");
        var worker = await app.SignedInAsAsync(Role.CaseWorker, Elsewhere);
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.NotFound);

        await carmen.GivePartAsync(path, agency);
        carmen.Path.ShouldBe(path + "/agencies");
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.OK);
        worker.Page.QuerySelector($"#people a[href='{person}']").ShouldNotBeNull();
        var tied = (await app.AuditAsync("case.agency-tied")).ShouldHaveSingleItem();
        tied.Data.ShouldContain("investigates");

        await carmen.GivePartAsync(path, agency);
        carmen.Status.ShouldBe(HttpStatusCode.Conflict, "once is enough");
        await carmen.PostFromAsync($"{path}/agencies/{agency}/end", "/end");
        carmen.Path.ShouldBe(path + "/agencies");
        foreach (var page in (string[])[path, path + "/summary", path + "/tasks/add", path + "/flags/raise", path + "/places/add"])
        {
            await worker.GoAsync(page);
            worker.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        var ended = (await app.CaseAsync(path)).Ties.Single(t => t.Why == Tie.Assigned);
        (ended.Until, ended.Reason?.Value).ShouldBe((app.Clock.GetUtcNow(), "investigates"), "that it had a part stays");
        await carmen.PostFromAsync($"{path}/agencies/{agency}/end", "/end");
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await carmen.GivePartAsync(path, agency);
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.OK, "and again");
        (await app.CaseAsync(path)).Ties.Count.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_agency_that_took_the_case_gives_parts_and_its_own_never_ends(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        await carmen.GivePartAsync(path, await app.AgencyAsync("pnp-trata"));
        var other = await app.SignedInAsAsync(Role.Supervisor, Elsewhere);
        await other.GoAsync(path);
        other.Status.ShouldBe(HttpStatusCode.OK);
        other.Page.QuerySelector($"a[href='{path}/agencies']").ShouldBeNull();
        await other.GoAsync(path + "/agencies");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        var own = (await app.CaseAsync(path)).Ties.Single(t => t.Why == Tie.Took).Agency;
        await carmen.PostFromAsync($"{path}/agencies/{own}/end", "/end");
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        await carmen.PostFromAsync(path + "/agencies", "/agencies", ("Input.Agency", AgencyId.New().ToString()), ("Input.Reason", "investigates"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict, "no such agency");
        await carmen.PostFromAsync(path + "/agencies", "/agencies", ("Input.Reason", "investigates"));
        carmen.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Whom_a_caller_said_nobody_may_tell_gets_no_part(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (contact, path) = await carmen.OpenCaseAsync();
        var never = await app.AgencyAsync("pnp-trata");
        await carmen.NeverTellAsync(contact, never);
        await carmen.GivePartAsync(path, never);
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("part.never-told"));
        // Nor the other way round: a contact does not join a case that such an agency sees.
        var (_, seen) = await carmen.OpenCaseAsync();
        await carmen.GivePartAsync(seen, never);
        var late = await carmen.TellAsync();
        await carmen.NeverTellAsync(late, never);
        await carmen.PostFromAsync(late + "/case", "/case", ("Chosen", seen.Split('/')[2]));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("case.join.never-told"));
        (await app.CountAsync("case.agency-tied")).ShouldBe(1);
        (await app.CountAsync("case.contact-joined")).ShouldBe(0);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_gives_parts(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var other = await app.SignedInAsAsync(role);
        foreach (var page in (string[])[path + "/agencies", $"{path}/agencies/{AgencyId.New()}/end"])
        {
            await other.GoAsync(page);
            other.Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }
    }
}
