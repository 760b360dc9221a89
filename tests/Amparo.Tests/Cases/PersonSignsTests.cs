using System.Net;
using System.Text.Json;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>What was asked about one person leaves with that person, and with nobody else.</summary>
public class PersonSignsTests
{
    [Theory, OnEveryDatabase]
    public async Task Of_two_people_each_has_the_methods_that_were_told_of_them(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        var first = await carmen.AddPersonAsync(@case);
        var second = await carmen.AddPersonAsync(@case);
        await carmen.PostFromAsync(first + "/screening", "/screening", ("Input.Answers[M5]", "cannot-pay"), ("Input.Answers[M4]", "declined"));
        foreach (var person in (string[])[first, second])
            await carmen.AgreeAsync(app, person, "protect-child");
        using var file = await DownloadAsync(app, carmen, @case);
        var people = file.RootElement.GetProperty("records").GetProperty("Person");
        people[0].GetProperty("vic_MethodsOfControl").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("DebtBondage");
        people[0].GetProperty("x_MethodsOfControlAnswers").GetProperty("WithholdsDocuments").GetString().ShouldBe("Declined");
        people[1].TryGetProperty("x_MethodsOfControlAnswers", out _).ShouldBeFalse("nothing was asked about the second");
        file.RootElement.GetProperty("records").GetProperty("Case")[0].TryGetProperty("vic_MethodsOfControl", out _).ShouldBeFalse("no contact told it");
    }

    [Theory, OnEveryDatabase]
    public async Task Without_agreement_to_what_happened_none_leaves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(@case);
        await carmen.PostFromAsync(person + "/screening", "/screening", ("Input.Answers[M5]", "cannot-pay"));
        await carmen.AgreeAsync(app, person, "protect-child", groups: ["about"]);
        using var file = await DownloadAsync(app, carmen, @case);
        carmen.Text.ShouldNotContain("MethodsOfControl");
    }

    private static async Task<JsonDocument> DownloadAsync(TestApp app, Browser carmen, string @case)
    {
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        await carmen.GoAsync($"{@case}/export?agency={agency}&purpose=protect-child");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.OK, carmen.Page.QuerySelector(".error-summary")?.TextContent);
        return JsonDocument.Parse(carmen.Text);
    }
}
