using System.Net;
using Amparo.Cases.Consents;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Cases;

/// <summary>What people in a case agreed to: given, counted for as long as it holds, taken back.</summary>
public class ConsentTests
{
    [Theory, OnEveryDatabase]
    public async Task What_was_agreed_stands_on_the_persons_page_and_on_record_until_it_is_withdrawn(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case, ("Input.Name", "Lucero Quispe"));
        var consent = await julia.AgreeAsync(app, person, "protect");
        julia.Path.ShouldBe(person);
        julia.Words.ShouldContain("Dar medidas de protección");
        (await app.AuditAsync("consent.given")).ShouldHaveSingleItem().Data.ShouldContain("guardian");

        await julia.GoAsync(consent);
        julia.Words.ShouldContain("deja de ver estos datos de inmediato");
        await julia.SendAsync();
        julia.Path.ShouldBe(person);
        julia.Words.ShouldContain(app.Text("consent.state.Withdrawn"));
        julia.Page.QuerySelector("#consents a[href^='/consents/']").ShouldBeNull("what is over is not withdrawn again");
        (await app.CountAsync("consent.withdrawn")).ShouldBe(1);
        await julia.GoAsync(consent);
        await julia.SendAsync();
        julia.Status.ShouldBe(HttpStatusCode.Conflict, "repeated");
        (await app.CountAsync("consent.withdrawn")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_childs_own_word_alone_never_gives_away_who_they_are(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        foreach (var (age, form, status) in (((string, string, HttpStatusCode)[])[
            ("14-17", "spoken", HttpStatusCode.Conflict), ("maybe-child", "written", HttpStatusCode.Conflict), ("14-17", "guardian", HttpStatusCode.OK),
            ("maybe-child", "authority", HttpStatusCode.OK), ("adult", "spoken", HttpStatusCode.OK)]))
        {
            var person = await julia.AddPersonAsync(@case);
            await julia.AgreeAsync(app, await AsOldAsync(julia, person, age), "protect", form, ["identity"]);
            julia.Status.ShouldBe(status, $"{age} {form}");
            await julia.AgreeAsync(app, person, "protect", form, ["story"]);
            julia.Status.ShouldBe(HttpStatusCode.OK, $"{age} {form}: what happened is theirs to tell");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task It_counts_until_its_last_day_and_no_longer_when_the_person_turns_out_to_be_a_child(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await AsOldAsync(julia, await julia.AddPersonAsync(@case, ("Input.Name", "Lucero")), "adult");
        await julia.AgreeAsync(app, person, "protect", "spoken", until: "2026-11-22");
        (await FieldsAsync(app, person, "protect")).ShouldContain("person-name");
        (await FieldsAsync(app, person, "assist")).ShouldBeEmpty("another purpose");

        await AsOldAsync(julia, person, "maybe-child");
        var asChild = await FieldsAsync(app, person, "protect");
        asChild.ShouldContain("summary");
        asChild.ShouldNotContain("person-name");
        await julia.GoAsync(person);
        julia.Words.ShouldContain(app.Text("consent.void"));

        app.Clock.Advance(TimeSpan.FromDays(2));
        (await FieldsAsync(app, person, "protect")).ShouldBeEmpty();
        julia = await app.SignedInAsync(TestApp.Operator);
        await julia.GoAsync(person);
        julia.Words.ShouldContain(app.Text("consent.state.Expired"));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_missing_is_asked_for_and_nothing_is_recorded(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case);
        await julia.GoAsync(person + "/consents/add");
        await julia.SendAsync(("Input.Form", "guardian"));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var (purpose, form, groups, until) in (((string, string, string[], string)[])[
            ("made-up", "guardian", ["story"], "2027-01-01"), ("protect", "made-up", ["story"], "2027-01-01"), ("protect", "guardian", ["made-up"], "2027-01-01"),
            ("protect", "guardian", [], "2027-01-01"), ("protect", "guardian", ["story"], "2026-11-20")]))
        {
            await julia.AgreeAsync(app, person, purpose, form, groups, until);
            julia.Status.ShouldBe(HttpStatusCode.Conflict, $"{purpose} {form} {groups.Length} {until}");
        }
        (await app.CountAsync("consent.given")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_was_handed_a_case_records_no_consent_for_themselves_and_may_hear_that_it_is_withdrawn(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case, ("Input.Name", "Lucero Quispe"));
        var theirs = await julia.AgreeAsync(app, person, "protect");
        await julia.AgreeAsync(app, person, "protect-child", office: "upe-piura");
        var others = julia.Page.QuerySelectorAll("#consents a[href^='/consents/']").Select(a => a.GetAttribute("href")!).Single(path => path != theirs);
        await julia.LookAsync(app, @case, "protect", "consent", people: person);
        var referral = await julia.SendOnAsync(app);
        await (await app.SignedInAsAsync(Role.Liaison, Handing.Prosecutor)).PostFromAsync(referral, "/accept");

        var worker = await app.SignedInAsAsync(Role.CaseWorker, Handing.Prosecutor);
        await worker.GoAsync(person);
        worker.Words.ShouldContain("Lucero Quispe");
        worker.Text.ShouldNotContain(others);
        foreach (var page in (string[])[person + "/consents/add", person + "/change", @case + "/move", @case + "/people/add", others])
        {
            await worker.GoAsync(page);
            worker.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        await worker.GoAsync(theirs);
        await worker.SendAsync();
        worker.Path.ShouldBe(person);
        worker.Words.ShouldNotContain("Lucero Quispe", customMessage: "at once");
        worker.Words.ShouldContain(app.Text("person.name-withheld"));
    }

    [Theory]
    [InlineData(Role.Operator, HttpStatusCode.OK)]
    [InlineData(Role.CaseWorker, HttpStatusCode.OK)]
    [InlineData(Role.Supervisor, HttpStatusCode.OK)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    [InlineData(Role.Liaison, HttpStatusCode.Forbidden)]
    public async Task Who_may_record_and_withdraw(string role, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var person = await julia.AddPersonAsync(@case);
        var consent = await julia.AgreeAsync(app, person, "protect");
        var other = await app.SignedInAsAsync(role);
        foreach (var page in (string[])[person + "/consents/add", consent])
        {
            await other.GoAsync(page);
            other.Status.ShouldBe(status, page);
        }
        var stranger = await app.SignedInAsAsync(Role.Supervisor, "pnp-trata-nacional");
        foreach (var page in (string[])[person + "/consents/add", consent])
        {
            await stranger.GoAsync(page);
            stranger.Status.ShouldBe(HttpStatusCode.NotFound, "no tie: " + page);
        }
    }

    private static async Task<string> AsOldAsync(Browser browser, string person, string age)
    {
        await browser.GoAsync(person + "/change");
        await browser.SendAsync(("Input.Role", "possible-victim"), ("Input.AgeGroup", age), ("Input.Sex", "female"), ("Input.Name", "Lucero"));
        browser.Path.ShouldBe(person);
        return person;
    }

    private static async Task<string[]> FieldsAsync(TestApp app, string person, string purpose)
    {
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        var id = new PersonId(Line.Id(person));
        await using var scope = app.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<ConsentLedger>().FieldsAsync([id], agency, [new Platform.Code(purpose)], default))[id]];
    }
}
