using System.Net;
using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform.Permissions;
using Amparo.Screening;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Contacts;

/// <summary>Answers are weighed and shown; a person decides, and every sheet stays as history.</summary>
public class ScreeningTests
{
    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Operator, Role.Supervisor])];

    [Theory, OnEveryDatabase]
    public async Task What_is_answered_is_sealed_weighed_and_decided_by_a_person(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.GoAsync(path + "/screening?speaker=Person");
        await julia.SendAsync(Answered(("P1", "14-17"), ("A1", "yes"), ("S1", "unknown")));
        julia.Path.ShouldBe(path + "/screening/decide");
        julia.Words.ShouldContain(app.Text("screening.age-short.From14To17"));
        julia.Words.ShouldContain(app.Text("screening.not-needed"), customMessage: "a minor needs no means");

        var sheet = await SheetAsync(app, path);
        (sheet.Number, sheet.Speaker, sheet.Decision).ShouldBe((1, Speaker.Person, null));
        System.Text.Encoding.UTF8.GetString(sheet.Answers.Cipher).ShouldNotContain("14-17");
        var answered = (await app.AuditAsync("screening.answered")).ShouldHaveSingleItem();
        (answered.Under, answered.Data.Contains("A1", StringComparison.Ordinal)).ShouldBe(((Guid?)Line.Id(path), false));

        await julia.SendAsync(("Input.Result", nameof(Result.OtherCrime)));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("screening.decide.reason-missing"));
        await julia.SendAsync(("Input.Result", nameof(Result.OtherCrime)), ("Input.Reason", "Es violencia en la familia"));
        julia.Path.ShouldBe(path);
        julia.Words.ShouldContain(app.Text("screening.result.OtherCrime"));
        sheet = await SheetAsync(app, path);
        (sheet.Decision, sheet.Reason.IsEmpty).ShouldBe((Result.OtherCrime, false));
        (await app.AuditAsync("screening.decided")).ShouldHaveSingleItem().Data.ShouldNotContain("violencia");
    }

    [Theory, OnEveryDatabase]
    public async Task A_later_sheet_goes_on_from_the_last_and_leaves_it_as_history(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.PostFromAsync(path + "/screening", "/screening", Answered(("P1", "adult"), ("A1", "yes")));
        await julia.SendAsync(("Input.Result", nameof(Result.InsufficientInformation)));
        await julia.PostFromAsync(path + "/screening", "/screening", Answered(("P1", "not-asked"), ("A2", "yes")));
        await julia.GoAsync(path + "/screening");
        Ticked(julia, "A1").ShouldBe("yes", "what was not asked again stays");
        Ticked(julia, "A2").ShouldBe("yes");
        Ticked(julia, "P1").ShouldBeNull("and what was taken back is gone");
        await julia.GoAsync(path + "/screening/decide");
        julia.Words.ShouldContain(app.Text("screening.result.InsufficientInformation"), customMessage: "the first decision stands in the history");
        (await app.InAsync(db => db.Screenings.CountAsync())).ShouldBe(2);
        (await SheetAsync(app, path)).Decision.ShouldBeNull("new answers need a new decision");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_ticked_is_kept_and_shown_before_it_is_saved(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.GoAsync(path + "/screening");
        await julia.PostAsync(path + "/screening?handler=Draft", [.. Answered(("P1", "under-14")), ("__RequestVerificationToken", julia.Token!)]);
        julia.Status.ShouldBe(HttpStatusCode.OK);
        await julia.GoAsync(path + "/screening");
        Ticked(julia, "P1").ShouldBe("under-14");
        julia.Page.QuerySelector("#verdict")!.TextContent.ShouldContain(app.Text("screening.age-short.Under14"));
        (await app.CountAsync("screening.answered")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_answer_at_once_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await julia.GoAsync(path + "/screening");
        await carmen.GoAsync(path + "/screening");
        await carmen.SendAsync(Answered(("P1", "adult")));
        await julia.SendAsync(Answered(("P1", "14-17")));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.QuerySelectorAll(".meanwhile").ShouldHaveSingleItem().TextContent.ShouldBe(app.Text("conflict.saved", "18 o más"));
        Ticked(julia, "P1").ShouldBe("14-17");
        (await app.CountAsync("screening.answered")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_answered_or_nonsense_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.GoAsync(path + "/screening/decide");
        julia.Status.ShouldBe(HttpStatusCode.NotFound, "there is nothing to decide yet");
        foreach (var answers in ((string, string)[][])[[], Answered(("P1", "made-up")), Answered(("no-such", "yes"))])
        {
            await julia.GoAsync(path + "/screening");
            await julia.SendAsync(answers);
            julia.Status.ShouldBe(HttpStatusCode.Conflict);
            julia.Words.ShouldContain(app.Text("screening.nothing-answered"));
        }
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_screens(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var path = await (await app.SignedInAsync(TestApp.Operator)).OpenContactAsync();
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(path + "/screening");
        other.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Another_line_does_not_find_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var path = await (await app.SignedInAsync(TestApp.Operator)).OpenContactAsync();
        var other = await app.SignedInAsAsync(Role.Supervisor, "pnp-trata-nacional");
        await other.GoAsync(path + "/screening");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Answered(params (string Question, string Answer)[] answers) => [.. answers.Select(a => ($"Input.Answers[{a.Question}]", a.Answer))];

    private static string? Ticked(Browser browser, string question) =>
        browser.Page.QuerySelector($"input[name='Input.Answers[{question}]'][checked]")?.GetAttribute("value");

    private static Task<ScreeningSheet> SheetAsync(TestApp app, string contact) => app.InAsync(db =>
        db.Screenings.AsNoTracking().Where(s => s.Contact == new ContactId(Line.Id(contact))).OrderByDescending(s => s.Number).FirstAsync());
}
