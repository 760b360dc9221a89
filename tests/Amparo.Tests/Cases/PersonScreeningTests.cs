using System.Net;
using Amparo.Cases.Screenings;
using Amparo.Platform.Permissions;
using Amparo.Screening;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Cases;

/// <summary>Somebody in a case is screened: from what contacts answered, with more questions, and a person decides.</summary>
public class PersonScreeningTests
{
    [Theory, OnEveryDatabase]
    public async Task A_case_worker_goes_on_from_what_the_contact_answered_which_is_shown_with_its_source_and_never_copied(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, @case) = await julia.OpenCaseAsync();
        await ScreenAsync(julia, contact, ("A1", "yes"), ("E1", "all"));
        var person = await julia.AddPersonAsync(@case);
        var worker = await app.SignedInAsAsync(Role.CaseWorker);
        await worker.GoAsync(@case);
        await worker.GoAsync(worker.Page.QuerySelector($"a[href='{person}/screening']")!.GetAttribute("href")!);
        Chosen(worker).ShouldHaveSingleItem("the only one it can be about");
        worker.Page.QuerySelectorAll("input[name^='Input.Answers'][checked]").ShouldBeEmpty("nothing was asked for this person yet");
        var source = app.Text("person.screening.said", await ReferenceAsync(app, contact), "Sí");
        worker.Page.GetElementById("Input_Answers_A1_-hint")!.TextContent.ShouldBe(source);
        worker.Page.QuerySelector("#verdict")!.TextContent.ShouldContain(app.Text("screening.result.TraffickingLikely"), customMessage: "the case says that she is 14 to 17");

        await worker.SendAsync([.. Answered(("S1", "unknown")), ("From", Chosen(worker)[0]!)]);
        worker.Path.ShouldBe(person + "/screening/decide");
        worker.Words.ShouldContain(app.Text("person.screening.counted", await ReferenceAsync(app, contact)));
        var saved = await SavedAsync(app, person);
        (saved.Number, saved.From.Count, saved.Decision).ShouldBe((1, 1, null));
        (await app.AuditAsync("person.screened")).ShouldHaveSingleItem().Data.ShouldContain("\"answered\":1", customMessage: "only what was asked here");
        (await app.AuditAsync("field.read")).ShouldContain(read => read.Data.Contains("follow-case", StringComparison.Ordinal) && read.About == saved.From[0].Value);
    }

    [Theory, OnEveryDatabase]
    public async Task A_decision_against_the_answers_needs_a_reason_and_stays_as_history(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case);
        await julia.GoAsync(person + "/screening/decide");
        julia.Status.ShouldBe(HttpStatusCode.NotFound, "there is nothing to decide yet");
        await ScreenAsync(julia, person, ("A1", "yes"));
        await julia.SendAsync(("Input.Result", nameof(Result.OtherCrime)));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("screening.decide.reason-missing"));
        await julia.SendAsync(("Input.Result", nameof(Result.OtherCrime)), ("Input.Reason", "Es violencia en la familia"));
        julia.Path.ShouldBe(person);
        julia.Page.QuerySelector("#screening")!.TextContent.ShouldContain("Es violencia en la familia");
        await ScreenAsync(julia, person, ("A2", "yes"));
        (await SavedAsync(app, person)).Decision.ShouldBeNull("new answers need a new decision");
        julia.Words.ShouldContain(app.Text("screening.result.OtherCrime"), customMessage: "the first stands in the history");
        (await app.AuditAsync("person.screening-decided")).ShouldHaveSingleItem().Data.ShouldNotContain("violencia");
        await julia.GoAsync(@case);
        julia.Page.QuerySelector("#people")!.TextContent.ShouldContain(app.Text("screening.undecided"));
    }

    [Theory, OnEveryDatabase]
    public async Task With_two_possible_victims_nobody_is_presumed_and_what_contacts_told_differently_is_asked_again(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, @case) = await julia.OpenCaseAsync();
        await ScreenAsync(julia, contact, ("A1", "yes"));
        var second = await julia.TellAsync();
        await ScreenAsync(julia, second, ("A1", "no"));
        await julia.PostFromAsync(second + "/case", "", ("Chosen", "new"), ("Reference", (await app.CaseAsync(@case)).Reference));
        julia.Path.ShouldBe(@case, julia.Page.QuerySelector(".error-summary")?.TextContent);
        var person = await julia.AddPersonAsync(@case);
        await julia.AddPersonAsync(@case);
        await julia.GoAsync(person + "/screening");
        Chosen(julia).ShouldBeEmpty("whose answers they are, somebody has to say");
        julia.Words.ShouldNotContain(app.Text("person.screening.in-doubt"));
        var offered = julia.Page.QuerySelectorAll("input[name=From]").Select(i => ("From", i.GetAttribute("value")!)).ToArray();
        offered.Length.ShouldBe(2);
        await julia.SendAsync(offered);
        await julia.GoAsync(person + "/screening");
        Chosen(julia).Count.ShouldBe(2);
        julia.Words.ShouldContain(app.Text("person.screening.in-doubt"));
        await julia.SendAsync([.. offered, .. Answered(("A1", "no"))]);
        await julia.GoAsync(person + "/screening");
        julia.Words.ShouldNotContain(app.Text("person.screening.in-doubt"), customMessage: "asked again it is settled");
    }

    [Theory, OnEveryDatabase]
    public async Task A_contact_taken_out_of_the_case_counts_no_more(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, @case) = await julia.OpenCaseAsync();
        await ScreenAsync(julia, contact, ("A1", "yes"), ("E1", "all"));
        var person = await julia.AddPersonAsync(@case);
        await julia.GoAsync(person + "/screening");
        await julia.SendAsync(("From", Chosen(julia)[0]!));
        julia.Page.QuerySelector("#verdict")!.TextContent.ShouldContain(app.Text("screening.result.TraffickingLikely"));
        await julia.PostFromAsync($"{@case}/contacts/{Line.Id(contact):N}/part", "");
        await julia.GoAsync(person + "/screening/decide");
        julia.Page.QuerySelector("#verdict")!.TextContent.ShouldContain(app.Text("screening.result.InsufficientInformation"));
        await julia.GoAsync(person + "/screening");
        julia.Words.ShouldContain(app.Text("person.screening.earlier-none"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_ticked_contact_that_changed_meanwhile_is_not_dropped_without_a_word(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, @case) = await julia.OpenCaseAsync();
        await ScreenAsync(julia, contact, ("A1", "yes"));
        var person = await julia.AddPersonAsync(@case);
        await julia.GoAsync(person + "/screening");
        var (ticked, carmen) = (Chosen(julia)[0]!, await app.SignedInAsync(TestApp.Supervisor));
        await ScreenAsync(carmen, contact, ("A1", "no"));
        await julia.SendAsync([("From", ticked), .. Answered(("S1", "yes"))]);
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("person.screening.contact-changed"));
        (await app.CountAsync("person.screened")).ShouldBe(0);
        julia.Page.QuerySelector("input[name='Input.Answers[S1]'][value=yes]")!.HasAttribute("checked").ShouldBeTrue("what was ticked is kept");
        var offered = julia.Page.QuerySelectorAll("input[name=From]").ShouldHaveSingleItem().GetAttribute("value")!;
        await julia.SendAsync([("From", offered), .. Answered(("S1", "yes"))]);
        julia.Path.ShouldBe(person + "/screening/decide");
        (await SavedAsync(app, person)).From.ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_answer_or_decide_at_once_see_both_and_the_same_form_sent_twice_counts_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await julia.GoAsync(person + "/screening");
        await carmen.GoAsync(person + "/screening");
        (string, string)[] form = [("__RequestVerificationToken", carmen.Token!), ("_once", Guid.CreateVersion7().ToString("N")), .. Answered(("P1", "adult"))];
        for (var i = 0; i < 2; i++)
        {
            await carmen.PostAsync(person + "/screening", form);
            carmen.Path.ShouldBe(i == 0 ? person + "/screening/decide" : person);
        }
        await julia.SendAsync(Answered(("P1", "14-17")));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.QuerySelectorAll(".meanwhile").ShouldHaveSingleItem().TextContent.ShouldBe(app.Text("conflict.saved", "18 o más"));
        (await app.CountAsync("person.screened")).ShouldBe(1);
        await julia.GoAsync(person + "/screening/decide");
        await carmen.PostFromAsync(person + "/screening/decide", "", ("Input.Result", nameof(Result.Smuggling)), ("Input.Reason", "Cruzaron con un guía"));
        await julia.SendAsync(("Input.Result", nameof(Result.InsufficientInformation)));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("conflict.saved", app.Text("screening.result.Smuggling")));
        (await SavedAsync(app, person)).Decision.ShouldBe(Result.Smuggling);
    }

    private static async Task ScreenAsync(Browser browser, string of, params (string Question, string Answer)[] answers)
    {
        await browser.PostFromAsync(of + "/screening", "/screening", Answered(answers));
        browser.Path.ShouldBe(of + "/screening/decide", browser.Page.QuerySelector(".error-summary")?.TextContent);
    }

    private static (string, string)[] Answered(params (string Question, string Answer)[] answers) => [.. answers.Select(a => ($"Input.Answers[{a.Question}]", a.Answer))];

    private static IReadOnlyList<string?> Chosen(Browser browser) => [.. browser.Page.QuerySelectorAll("input[name=From][checked]").Select(i => i.GetAttribute("value"))];

    private static Task<string> ReferenceAsync(TestApp app, string contact) =>
        app.InAsync(db => db.Set<Amparo.Contacts.Contact>().Where(c => c.Id == new ContactId(Line.Id(contact))).Select(c => c.Reference).SingleAsync());

    private static Task<PersonScreening> SavedAsync(TestApp app, string person) => app.InAsync(db =>
        db.Set<PersonScreening>().AsNoTracking().Where(s => s.Person == new PersonId(Line.Id(person))).OrderByDescending(s => s.Number).FirstAsync());
}
