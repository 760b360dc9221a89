using System.Net;
using System.Text.Json;
using Amparo.Commands;
using Amparo.Platform.Packs;
using Amparo.Tests.Packs;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>What a presumed trafficker did in the trafficking: said of nobody else, and left out of no file that they agreed to.</summary>
public class ProcessRolesTests
{
    private const string Field = "Input.ProcessRoles";

    [Theory, OnEveryDatabase]
    public async Task A_presumed_trafficker_is_asked_for_roles_at_once_and_each_that_is_ticked_is_shown(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var girl = await julia.AddPersonAsync(@case);
        await julia.GoAsync(girl + "/change");
        julia.Page.QuerySelectorAll($"details:not([open]) input[name='{Field}']").Length.ShouldBeGreaterThan(10, "folded away for who is something else");
        var man = await julia.AddPersonAsync(@case, Trafficker, (Field, "harbourer"));
        (await app.PersonAsync(man)).ProcessRoles.ShouldHaveSingleItem().Value.ShouldBe("harbourer", "known when he was added");
        await julia.GoAsync(man + "/change");
        julia.Page.QuerySelectorAll($"details input[name='{Field}']").ShouldBeEmpty("in plain sight for him");
        await julia.SendAsync([Trafficker, .. Plain, (Field, "transporter"), (Field, "recruiter")]);
        julia.Path.ShouldBe(man);
        foreach (var page in (string[])[man, @case])
        {
            await julia.GoAsync(page);
            julia.Words.ShouldContain("Captó a la persona o hizo de intermediario, Transportó a la persona", customMessage: page);
        }
        (await app.PersonAsync(man)).ProcessRoles.Select(r => r.Value).ShouldBe(["recruiter", "transporter"], "in the pack's order, whichever was ticked first");
        await julia.GoAsync(man + "/change");
        julia.Page.QuerySelectorAll($"input[name='{Field}'][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["recruiter", "transporter"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_turns_out_to_be_somebody_else_has_none_and_what_is_in_no_list_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var man = await julia.AddPersonAsync(@case, Trafficker);
        await julia.GoAsync(man + "/change");
        await julia.SendAsync([Trafficker, .. Plain, (Field, "king-pin")]);
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("person.process-roles.unknown"));
        await julia.GoAsync(man + "/change");
        await julia.SendAsync([Trafficker, .. Plain, (Field, "harbourer")]);
        (await app.PersonAsync(man)).ProcessRoles.ShouldHaveSingleItem();
        await julia.GoAsync(man + "/change");
        await julia.SendAsync([("Input.Role", "relative"), .. Plain, (Field, "harbourer")]);
        (await app.PersonAsync(man)).ProcessRoles.ShouldBeEmpty("a relative did nothing in the trafficking");
        julia.Words.ShouldNotContain(app.Text("person.process-roles"));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_say_what_somebody_did_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var man = await julia.AddPersonAsync(@case, Trafficker);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await julia.GoAsync(man + "/change");
        await carmen.GoAsync(man + "/change");
        await carmen.SendAsync([Trafficker, .. Plain, (Field, "exploiter")]);
        await julia.SendAsync([Trafficker, .. Plain, (Field, "recruiter")]);
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.GetElementById("Input_ProcessRoles-saved")!.TextContent.ShouldContain("Explotó a la persona");
        (await app.PersonAsync(man)).ProcessRoles.ShouldHaveSingleItem().Value.ShouldBe("exploiter");
    }

    [Theory, OnEveryDatabase]
    public async Task In_the_file_they_stand_in_the_standards_codes_and_only_where_what_happened_may_leave(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        var man = await carmen.AddPersonAsync(@case, Trafficker);
        await carmen.GoAsync(man + "/change");
        await carmen.SendAsync([Trafficker, .. Plain, (Field, "recruiter"), (Field, "harbourer")]);
        await carmen.AgreeAsync(app, man, "protect-child", groups: ["about"]);
        using (var file = await DownloadAsync(app, carmen, @case))
            Person(file).TryGetProperty("per_RoleInProcess", out _).ShouldBeFalse("age and sex were agreed to, not what happened");
        await carmen.AgreeAsync(app, man, "protect-child", groups: ["story"]);
        using (var file = await DownloadAsync(app, carmen, @case))
        {
            Strings(Person(file), "per_RoleInProcess").ShouldBe(["RecruiterOrIntermediary", "HarbouredIndividual"]);
            Strings(Person(file), "x_RoleInProcess").ShouldBe(["recruiter", "harbourer"]);
        }
    }

    [Theory]
    [InlineData("\"sang\": null", "\"danced\": null", "Nothing says what “sang” is in HTCDS")]
    [InlineData("\"Transporter\"", "\"Driver\"", "HTCDS has no “Driver” in per_RoleInProcess")]
    public void The_pack_must_say_what_each_is_in_the_standard(string old, string with, string message)
    {
        using (var right = PackFolder.CopyOfZz())
            Problems(right).ShouldNotContain(p => p.File == "cases/htcds.json", "it is right before");
        using var folder = PackFolder.CopyOfZz().Replace("cases/htcds.json", old, with);
        Problems(folder).ShouldContain(p => p.File == "cases/htcds.json" && p.Message.Contains(message, StringComparison.Ordinal));
    }

    private static (string, string) Trafficker => ("Input.Role", "presumed-trafficker");

    private static (string, string)[] Plain => [("Input.AgeGroup", "adult"), ("Input.Sex", "male")];

    private static async Task<JsonDocument> DownloadAsync(TestApp app, Browser carmen, string @case)
    {
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        await carmen.GoAsync($"{@case}/export?agency={agency}&purpose=protect-child");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.OK, carmen.Page.QuerySelector(".error-summary")?.TextContent);
        return JsonDocument.Parse(carmen.Text);
    }

    private static JsonElement Person(JsonDocument file) => file.RootElement.GetProperty("records").GetProperty("Person")[0];

    private static IEnumerable<string?> Strings(JsonElement of, string field) => of.GetProperty(field).EnumerateArray().Select(code => code.GetString());

    private static IReadOnlyList<PackProblem> Problems(PackFolder folder)
    {
        var (sections, events) = ModuleSections.All();
        return PackCheck.Run(folder.Path, sections, events);
    }
}
