using System.Net;
using System.Text;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>People of a case, and what an authority said of them.</summary>
public class PersonTests
{
    [Theory, OnEveryDatabase]
    public async Task A_name_is_sealed_stands_on_its_own_page_and_each_look_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(path, ("Input.Name", "Lucero Quispe"), ("Input.Document", "70112233"));
        julia.Text.ShouldNotContain("Lucero", customMessage: "the case names nobody");
        Encoding.UTF8.GetString((await app.PersonAsync(person)).Name.Cipher).ShouldNotContain("Lucero");
        var before = await app.CountAsync("field.read");
        await julia.GoAsync(person);
        julia.Words.ShouldContain("Lucero Quispe");
        var once = await app.CountAsync("field.read");
        once.ShouldBe(before + 2, "name and document");
        await julia.GoAsync(person);
        (await app.CountAsync("field.read")).ShouldBe(once + 2, "identity is recorded every time");
        (await app.AuditAsync("person.added")).ShouldHaveSingleItem().Data.ShouldNotContain("Lucero");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_correct_the_same_person_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(path, ("Input.Name", "Lucero"));
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(person + "/change");
        await julia.GoAsync(person + "/change");
        (string, string)[] rest = [("Input.Role", "possible-victim"), ("Input.Sex", "female")];
        await carmen.SendAsync([.. rest, ("Input.AgeGroup", "under-14"), ("Input.Name", "Lucero Q.")]);
        carmen.Path.ShouldBe(person);
        await julia.SendAsync([.. rest, ("Input.AgeGroup", "adult"), ("Input.Name", "Lucero Quispe")]);
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.GetElementById("Input_Name-saved")!.TextContent.ShouldBe(app.Text("conflict.saved", "Lucero Q."));
        julia.Page.GetElementById("Input_AgeGroup-saved")!.TextContent.ShouldBe(app.Text("conflict.saved", "Menos de 14 años"));
        julia.Page.GetElementById("Input_Sex-saved").ShouldBeNull();
        await julia.SendAsync([.. rest, ("Input.AgeGroup", "14-17"), ("Input.Name", "Lucero Quispe")]);
        julia.Path.ShouldBe(person);
        (await app.PersonAsync(person)).AgeGroup.Value.ShouldBe("14-17");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_an_authority_says_that_somebody_is_a_victim(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(path);
        (await app.PersonAsync(person)).Status?.Value.ShouldBe("possible");
        foreach (var (fields, refused) in (((string Status, string Decider, string On), string?)[])[
            (("victim", "line", "2026-11-20"), "person.status.needs-authority"),
            (("convicted", "judge", "2026-11-20"), "person.status.other-role"),
            (("victim", "prosecutor", "2026-11-29"), "person.status.future"),
            (("presumed", "line", "2026-11-20"), null),
            (("victim", "prosecutor", "2026-11-21"), null)])
        {
            await carmen.GoAsync(person + "/status");
            await carmen.SendAsync(("Input.Status", fields.Status), ("Input.Decider", fields.Decider), ("Input.On", fields.On));
            if (refused is null)
                carmen.Path.ShouldBe(person);
            else
                carmen.Status.ShouldBe(HttpStatusCode.Conflict, refused);
        }
        var stored = await app.PersonAsync(person);
        stored.Status?.Value.ShouldBe("victim");
        stored.Decisions.OrderBy(d => d.On).Select(d => (d.Status.Value, d.Decider.Value, d.On.Day)).ShouldBe([("presumed", "line", 20), ("victim", "prosecutor", 21)], "the history stays");
        (await app.AuditAsync("person.status-decided")).Count.ShouldBe(2);
        await carmen.GoAsync(path);
        carmen.Words.ShouldContain(app.Text("event.person.status-decided"));
    }

    [Theory]
    [InlineData(Role.Operator, HttpStatusCode.Forbidden)]
    [InlineData(Role.CaseWorker, HttpStatusCode.OK)]
    [InlineData(Role.Supervisor, HttpStatusCode.OK)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    [InlineData(Role.Liaison, HttpStatusCode.Forbidden)]
    public async Task Who_may_record_a_decision(string role, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(path);
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(person + "/status");
        other.Status.ShouldBe(status);
    }
}
