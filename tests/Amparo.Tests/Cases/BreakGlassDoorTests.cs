using System.Net;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Cases;

/// <summary>The door to a case without a tie: who may try, what it says, and how often.</summary>
public class BreakGlassDoorTests
{
    private const string Elsewhere = "pnp-trata-nacional";

    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Supervisor, Role.CaseWorker])];

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_breaks_the_glass(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var other = await app.SignedInAsAsync(role, Elsewhere);
        await other.GoAsync("/cases/break-glass");
        other.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reference_that_names_no_case_and_one_that_must_not_open_are_answered_alike_and_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, path) = await julia.OpenCaseAsync();
        var never = await app.AgencyAsync("pnp-trata");
        await julia.GoAsync(contact + "/safety");
        await julia.SendAsync(("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", never.ToString()));
        julia.Path.ShouldBe(contact);
        var worker = await app.SignedInAsAsync(Role.CaseWorker, Elsewhere);
        List<string> answers = [];
        foreach (var reference in (string[])["XYZ-234", "no es una referencia", (await app.CaseAsync(path)).Reference])
        {
            await worker.BreakGlassAsync(reference);
            worker.Status.ShouldBe(HttpStatusCode.Conflict, reference);
            answers.Add(worker.Page.QuerySelector(".error-summary")!.TextContent);
        }
        answers.Distinct().ShouldHaveSingleItem().ShouldContain(app.Text("glass.not-opened"));
        var held = await app.AuditAsync("case.glass-held");
        held.Count.ShouldBe(3);
        held.ShouldAllBe(e => !e.Data.Contains("XYZ") && e.About == e.By);
        (await app.CountAsync("case.glass-broken")).ShouldBe(0, "whom a caller said nobody may tell is not told this way either");
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_tries_too_often_waits_even_with_the_right_one(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var reference = (await app.CaseAsync(path)).Reference;
        var login = await app.AddAsync(Role.CaseWorker, Elsewhere);
        var worker = await app.SignedInAsync(login);
        for (var i = 0; i < 5; i++)
            await worker.BreakGlassAsync("XYZ-234");
        await worker.BreakGlassAsync(reference);
        worker.Status.ShouldBe(HttpStatusCode.Conflict);
        worker.Words.ShouldContain(app.Text("glass.too-often"));
        (await app.CountAsync("case.glass-held")).ShouldBe(6);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        worker = await app.SignedInAsync(login);
        await worker.BreakGlassAsync(reference);
        worker.Path.ShouldBe(path);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reason_is_asked_and_other_needs_words_before_anything_is_looked_for(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var reference = (await app.CaseAsync(path)).Reference;
        var worker = await app.SignedInAsAsync(Role.CaseWorker, Elsewhere);
        await worker.PostFromAsync("/cases/break-glass", "/break-glass", ("Input.Reference", reference));
        worker.Status.ShouldBe(HttpStatusCode.BadRequest);
        worker.Text.ShouldContain(reference, customMessage: "what was typed stays");
        foreach (var tried in (string[])[reference, "XYZ-234"])
        {
            await worker.BreakGlassAsync(tried, "other");
            worker.Status.ShouldBe(HttpStatusCode.Conflict);
            worker.Words.ShouldContain(app.Text("glass.words-missing"));
        }
        (await app.AuditAsync("case.glass-broken", "case.glass-held")).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_form_sent_twice_opens_once_and_who_has_a_tie_breaks_nothing(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var reference = (await app.CaseAsync(path)).Reference;
        await carmen.BreakGlassAsync(reference);
        carmen.Path.ShouldBe(path);
        (await app.CountAsync("case.glass-broken")).ShouldBe(0);
        var worker = await app.SignedInAsAsync(Role.CaseWorker, Elsewhere);
        for (var i = 0; i < 2; i++)
        {
            await worker.BreakGlassAsync(reference);
            worker.Path.ShouldBe(path);
        }
        (await app.InAsync(db => db.Set<Amparo.Cases.BreakGlass.EmergencyAccess>().CountAsync())).ShouldBe(1);
    }
}
