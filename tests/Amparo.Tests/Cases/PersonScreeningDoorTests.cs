using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Screening;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>Who screens somebody in a case, who reads what came of it, and what is refused.</summary>
public class PersonScreeningDoorTests
{
    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Operator, Role.Supervisor, Role.CaseWorker])];

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_screens(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(@case);
        var other = await app.SignedInAsAsync(role);
        foreach (var page in (string[])["/screening", "/screening/decide"])
        {
            await other.GoAsync(person + page);
            other.Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_agency_with_a_part_screens_nobody_and_reads_the_conclusion_as_the_person_agreed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (contact, @case) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(@case);
        await carmen.PostFromAsync(person + "/screening", "/screening", ("Input.Answers[A1]", "yes"));
        await carmen.SendAsync(("Input.Result", nameof(Result.OtherCrime)), ("Input.Reason", "Es violencia en la familia"));
        var other = await app.SignedInAsAsync(Role.Supervisor, "pnp-trata-nacional");
        await other.GoAsync(person + "/screening");
        other.Status.ShouldBe(HttpStatusCode.NotFound, "no tie");
        await carmen.GivePartAsync(@case, await app.AgencyAsync("pnp-trata"));
        foreach (var page in (string[])["/screening", "/screening/decide"])
        {
            await other.GoAsync(person + page);
            other.Status.ShouldBe(HttpStatusCode.NotFound, "a part is not the case");
        }
        foreach (var page in (string[])[@case, person])
        {
            await other.GoAsync(page);
            other.Status.ShouldBe(HttpStatusCode.OK);
            other.Words.ShouldNotContain(app.Text("screening.result.OtherCrime"), customMessage: page);
        }
        await carmen.AgreeAsync(app, person, "protect", groups: ["about"], office: "pnp-trata-nacional");
        await other.GoAsync(person);
        other.Page.QuerySelector("#screening").ShouldBeNull("age and sex are not what happened");
        await carmen.AgreeAsync(app, person, "protect", groups: ["story"], office: "pnp-trata-nacional");
        await other.GoAsync(person);
        other.Page.QuerySelector("#screening")!.TextContent.ShouldContain("Es violencia en la familia");
        other.Page.QuerySelector("#screening a").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_answered_nonsense_somebody_who_is_no_possible_victim_and_a_closed_case_are_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        await carmen.GoAsync(@case);
        carmen.Words.ShouldContain(app.Text("person.screening.nobody"));
        var person = await carmen.AddPersonAsync(@case);
        carmen.Words.ShouldNotContain(app.Text("person.screening.nobody"));
        ((string, string)[] Answers, string Because)[] refused =
        [
            ([], "screening.nothing-answered"),
            ([("Input.Answers[P1]", "made-up")], "screening.nothing-answered"),
            ([("From", Guid.CreateVersion7().ToString("N"))], "person.screening.contact-changed"),
        ];
        foreach (var (answers, because) in refused)
        {
            await carmen.GoAsync(person + "/screening");
            await carmen.SendAsync(answers);
            carmen.Status.ShouldBe(HttpStatusCode.Conflict);
            carmen.Words.ShouldContain(app.Text(because));
        }
        var uncle = await carmen.AddPersonAsync(@case, ("Input.Role", "relative"));
        await carmen.GoAsync(uncle + "/screening");
        carmen.Status.ShouldBe(HttpStatusCode.NotFound);
        await carmen.GoAsync(person + "/screening");
        var token = carmen.Token!;
        await carmen.PostAsync(uncle + "/screening", ("__RequestVerificationToken", token), ("Input.Answers[A1]", "yes"));
        carmen.Status.ShouldNotBe(HttpStatusCode.OK);
        await carmen.PostFromAsync(@case + "/move", "/move", ("Input.To", "closed"), ("Input.Closing", "resolved"));
        carmen.Path.ShouldBe(@case, carmen.Page.QuerySelector(".error-summary")?.TextContent);
        await carmen.GoAsync(person + "/screening");
        carmen.Words.ShouldContain(app.Text("case.closed-already"));
        await carmen.PostAsync(person + "/screening", ("__RequestVerificationToken", token), ("Input.Answers[A1]", "yes"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("person.screened")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_ticked_is_kept_with_the_contacts_and_shown_before_it_is_saved(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (contact, @case) = await carmen.OpenCaseAsync();
        await carmen.PostFromAsync(contact + "/screening", "/screening", ("Input.Answers[A1]", "yes"), ("Input.Answers[E1]", "all"));
        var person = await carmen.AddPersonAsync(@case);
        await carmen.GoAsync(person + "/screening");
        await carmen.PostAsync(person + "/screening?handler=Draft", ("__RequestVerificationToken", carmen.Token!), ("Input.Answers[P1]", "under-14"), ("From", ""));
        carmen.Status.ShouldBe(HttpStatusCode.OK);
        await carmen.GoAsync(person + "/screening");
        carmen.Page.QuerySelector("input[name='Input.Answers[P1]'][checked]")!.GetAttribute("value").ShouldBe("under-14");
        carmen.Page.QuerySelector("input[name=From][checked]").ShouldBeNull("it was unticked");
        carmen.Page.QuerySelector("#verdict")!.TextContent.ShouldContain(app.Text("screening.age-short.Under14"));
        (await app.CountAsync("person.screened")).ShouldBe(0);
    }
}
