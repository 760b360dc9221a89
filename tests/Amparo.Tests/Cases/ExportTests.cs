using System.Net;
using System.Text.Json;
using Amparo.Cases.Exchange;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>A case leaves as a file of the data standard: what people agreed to, and no more.</summary>
public class ExportTests
{
    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Supervisor])];

    [Theory, OnEveryDatabase]
    public async Task The_file_holds_what_was_shown_in_the_standards_codes_and_who_exported_it_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, person) = await CaseAsync(carmen);
        await carmen.AgreeAsync(app, person, "protect-child");
        await carmen.GoAsync(@case);
        await carmen.GoAsync(carmen.Page.QuerySelector($"a[href='{@case}/export']")!.GetAttribute("href")!);
        var chosen = carmen.Page.QuerySelectorAll("main .rows a").ShouldHaveSingleItem();
        await carmen.GoAsync(chosen.GetAttribute("href")!);
        carmen.Words.ShouldContain("Lucero Quispe");
        (await app.CountAsync("case.exported")).ShouldBe(0, "looking is not handing over");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.OK);

        using var file = JsonDocument.Parse(carmen.Text);
        var root = file.RootElement;
        (root.GetProperty("standard").GetString(), root.GetProperty("version").GetString()).ShouldBe(("HTCDS", "2.0"));
        EveryFieldIsTheStandards(root.GetProperty("records"));
        var of = root.GetProperty("records").GetProperty("Person")[0];
        string Of(string field) => of.GetProperty(field).ToString();
        (Of("x_FullName"), Of("prs_IdentityNumber"), Of("prs_Gender"), Of("x_AgeGroup")).ShouldBe(("Lucero Quispe", "71234567", "Feminine", "14-17"));
        Of("vic_TraffickingStatus").ShouldBe("PossibleVictimOfTrafficking", "an authority has not spoken");
        of.GetProperty("vic_TypeOfExploitation").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("SexualExploitation");
        of.GetProperty("x_MethodsOfControlAnswers").GetProperty("DebtBondage").GetString().ShouldBe("NotAsked");
        of.TryGetProperty("vic_MethodsOfControl", out _).ShouldBeFalse("nothing was asked, so that nothing is claimed");
        var place = root.GetProperty("records").GetProperty("Historic Trafficking Events")[0];
        (place.GetProperty("hte_Type").GetString(), place.GetProperty("hte_State").GetString()).ShouldBe(("Exploitation", "Piura"));
        place.GetProperty("hte_Description").GetString().ShouldBe("Casa verde");
        carmen.Text.ShouldNotContain("Solo nosotros", Case.Sensitive, "a note does not leave");
        (await app.AuditAsync("case.exported")).ShouldHaveSingleItem().Data.ShouldContain("protect-child");
        (await app.AuditAsync("field.read")).ShouldContain(read => read.Data.Contains("hand-over", StringComparison.Ordinal) && read.Data.Contains("consent", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_did_not_agree_is_only_counted_and_what_is_about_all_needs_all(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, person) = await CaseAsync(carmen);
        var second = await carmen.AddPersonAsync(@case, ("Input.Name", "Yesenia Ramos"));
        await carmen.AddPersonAsync(@case, ("Input.Name", "Rosa Flores"), ("Input.Role", "presumed-trafficker"));
        await carmen.AgreeAsync(app, person, "protect-child");
        await carmen.AgreeAsync(app, second, "protect-child", groups: ["about"]);
        using var file = await DownloadAsync(app, carmen, @case, "protect-child");
        var records = file.RootElement.GetProperty("records");
        records.GetProperty("Case")[0].GetProperty("x_PeopleWithheld").GetInt32().ShouldBe(1);
        records.GetProperty("Person").GetArrayLength().ShouldBe(2);
        records.GetProperty("Consent").GetArrayLength().ShouldBe(2);
        carmen.Text.ShouldContain("Lucero Quispe");
        carmen.Text.ShouldNotContain("Yesenia Ramos", Case.Sensitive, "her age, not her name");
        carmen.Text.ShouldNotContain("Rosa Flores");
        carmen.Text.ShouldNotContain("Casa verde", Case.Sensitive, "the second did not agree to where");
        carmen.Text.ShouldNotContain("vic_TypeOfExploitation", Case.Sensitive, "nor to what happened");
        carmen.Text.ShouldNotContain("cco_CaseComment");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_screening_said_leaves_as_methods_and_what_was_not_answered_never_as_no(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, person) = await CaseAsync(carmen, ("M5", "cannot-pay"), ("M4", "declined"));
        await carmen.AgreeAsync(app, person, "protect-child");
        using var file = await DownloadAsync(app, carmen, @case, "protect-child");
        var of = file.RootElement.GetProperty("records").GetProperty("Person")[0];
        of.GetProperty("vic_MethodsOfControl").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("DebtBondage");
        var answers = of.GetProperty("x_MethodsOfControlAnswers");
        answers.GetProperty("DebtBondage").GetString().ShouldBe("Yes");
        answers.GetProperty("WithholdsDocuments").GetString().ShouldBe("Declined");
        answers.GetProperty("ExcessiveWorkingHours").GetString().ShouldBe("NotAsked");
    }

    [Theory, OnEveryDatabase]
    public async Task Withdrawn_while_it_is_looked_at_nothing_leaves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, person) = await CaseAsync(carmen);
        var identity = await carmen.AgreeAsync(app, person, "protect-child", groups: ["identity"]);
        await carmen.AgreeAsync(app, person, "protect-child", groups: ["about"]);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await LookAsync(app, carmen, @case, "protect-child");
        carmen.Words.ShouldContain("Lucero Quispe");
        await julia.PostFromAsync(identity, "/withdraw");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldNotContain("Lucero Quispe");
        (await app.CountAsync("case.exported")).ShouldBe(0);

        foreach (var rest in julia.Page.QuerySelectorAll("#consents a[href^='/consents/']").Select(a => a.GetAttribute("href")!).ToList())
            await julia.PostFromAsync(rest, "/withdraw");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("export.none"));
        carmen.Words.ShouldContain(app.Text("export.nothing-agreed"));
    }

    [Theory, OnEveryDatabase]
    public async Task Whom_a_caller_said_nobody_may_tell_is_not_offered(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, person) = await CaseAsync(carmen);
        await carmen.AgreeAsync(app, person, "protect-child");
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        var contact = "/contacts/" + (await app.CaseAsync(@case)).Contacts.Single().Contact;
        await carmen.NeverTellAsync(contact, agency);
        await LookAsync(app, carmen, @case, "protect-child");
        carmen.Words.ShouldContain(app.Text("export.none"));
        await carmen.PostAsync(@case + "/export", ("__RequestVerificationToken", carmen.Token ?? ""), ("Agency", agency.ToString()), ("Purpose", "protect-child"));
        carmen.Status.ShouldNotBe(HttpStatusCode.OK);
        (await app.CountAsync("case.exported")).ShouldBe(0);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_exports(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, _) = await CaseAsync(carmen);
        var colleague = await app.SignedInAsAsync(role);
        await colleague.GoAsync(@case + "/export");
        colleague.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_a_part_in_a_case_does_not_export_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (@case, _) = await CaseAsync(carmen);
        var other = await app.SignedInAsAsync(Role.Supervisor, "pnp-trata-nacional");
        await other.GoAsync(@case + "/export");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        await carmen.GivePartAsync(@case, await app.AgencyAsync("pnp-trata"));
        await other.GoAsync(@case + "/export");
        other.Status.ShouldBe(HttpStatusCode.NotFound, "a part is not the case");
    }

    private static void EveryFieldIsTheStandards(JsonElement records)
    {
        foreach (var field in records.EnumerateObject().SelectMany(section => section.Value.EnumerateArray()).SelectMany(row => row.EnumerateObject()))
        {
            Htcds.Version2.Knows(field.Name).ShouldBeTrue(field.Name);
            foreach (var code in Htcds.Version2.CodesOf(field.Name) is null ? [] : field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray().ToArray() : [field.Value])
                Htcds.Version2.CodesOf(field.Name)!.ShouldContain(code.GetString());
        }
    }

    private static async Task LookAsync(TestApp app, Browser carmen, string @case, string purpose)
    {
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        await carmen.GoAsync($"{@case}/export?agency={agency}&purpose={purpose}");
    }

    private static async Task<JsonDocument> DownloadAsync(TestApp app, Browser carmen, string @case, string purpose)
    {
        await LookAsync(app, carmen, @case, purpose);
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.OK, carmen.Page.QuerySelector(".error-summary")?.TextContent);
        return JsonDocument.Parse(carmen.Text);
    }

    // A girl in Piura with a name, a document, a note and a place.
    private static async Task<(string Case, string Person)> CaseAsync(Browser carmen, params (string Question, string Answer)[] answers)
    {
        var (contact, @case) = await carmen.OpenCaseAsync();
        await carmen.AddPlaceAsync(@case, "Casa verde");
        var person = await carmen.AddPersonAsync(@case, ("Input.Name", "Lucero Quispe"), ("Input.Document", "71234567"), ("Input.Note", "Solo nosotros"));
        await carmen.PostFromAsync(contact, "/account", ("Input.Account", Line.Account), ("Input.Form", "child-sexual"));
        if (answers.Length > 0)
            await carmen.PostFromAsync(contact + "/screening", "/screening", [.. answers.Select(a => ($"Input.Answers[{a.Question}]", a.Answer))]);
        return (@case, person);
    }
}
