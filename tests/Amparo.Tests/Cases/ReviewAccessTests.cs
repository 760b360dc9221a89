using System.Net;
using Amparo.Cases.BreakGlass;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Cases;

/// <summary>Somebody else says whether breaking the glass was right.</summary>
public class ReviewAccessTests
{
    public static TheoryData<string> OtherRoles => [.. Role.All.Except([Role.Supervisor])];

    [Theory, OnEveryDatabase]
    public async Task A_supervisor_of_the_agency_that_took_the_case_says_whether_it_was_needed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var (worker, access) = await app.BreakGlassAsync(path, "Está en la puerta de Zeta");
        await carmen.GoAsync(access + "/review");
        carmen.Words.ShouldContain("Está en la puerta de Zeta");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.BadRequest);
        await carmen.SendAsync(("Input.Justified", "true"), ("Input.Finding", "Llamé a la comisaría"));
        carmen.Path.ShouldBe(access);
        carmen.Words.ShouldContain("Llamé a la comisaría");
        var stored = await app.AccessAsync(access);
        (stored.Justified, stored.ReviewedAt, stored.EndedAt).ShouldBe((true, app.Clock.GetUtcNow(), null));
        (await app.AuditAsync("case.glass-reviewed")).ShouldHaveSingleItem().Data.ShouldNotContain("comisaría");
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.OK, "what was needed lasts its time");
        await carmen.PostFromAsync(access + "/review", "/review", ("Input.Justified", "false"), ("Input.Finding", "Otra vez"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("glass.review.already"));
        await carmen.GoAsync("/board");
        carmen.Page.QuerySelector("#board-glass").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_not_needed_asks_for_words_and_ends_at_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var (worker, access) = await app.BreakGlassAsync(path);
        await carmen.PostFromAsync(access + "/review", "/review", ("Input.Justified", "false"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("glass.review.words-missing"));
        await carmen.SendAsync(("Input.Justified", "false"), ("Input.Finding", "Nadie estaba en peligro"));
        carmen.Path.ShouldBe(access);
        await worker.GoAsync(path);
        worker.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Another_agencys_supervisor_does_not_find_it_and_who_broke_it_never_reviews_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var breaker = await app.SignedInAsAsync(Role.Supervisor, "pnp-trata-nacional");
        await breaker.BreakGlassAsync((await app.CaseAsync(path)).Reference);
        var access = breaker.Page.QuerySelector("a[href^='/break-glass/']")!.GetAttribute("href")!.Replace("/end", "", StringComparison.Ordinal);
        foreach (var other in (Browser[])[breaker, await app.SignedInAsAsync(Role.Supervisor, "fiscalia-piura")])
        {
            await other.GoAsync(access + "/review");
            other.Status.ShouldBe(HttpStatusCode.NotFound);
            await other.GoAsync("/home");
            await other.PostAsync(access + "/review", ("__RequestVerificationToken", other.Token!), ("Input.Justified", "true"));
            other.Status.ShouldBe(HttpStatusCode.NotFound);
        }
        // Whoever has changed to the agency that took the case since is refused by the rule itself.
        var stored = await app.AccessAsync(access);
        var same = new Viewer(stored.By, AgencyId.New(), null, null, [Role.Supervisor]);
        Should.Throw<Refused>(() => stored.Review(same, true, null, app.Services.GetRequiredService<Seals>(), app.Clock.GetUtcNow())).Message.ShouldBe("glass.review.own");
        (await app.CountAsync("case.glass-reviewed")).ShouldBe(0);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task No_other_role_reviews(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        var (_, access) = await app.BreakGlassAsync(path);
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(access + "/review");
        other.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_review_the_supervisors_are_told_again_and_then_the_auditors(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).OpenCaseAsync();
        await app.BreakGlassAsync(path);
        await app.DeliverAsync();
        (MailTo(app, TestApp.Supervisor), MailTo(app, TestApp.Auditor)).ShouldBe((1, 0));
        await app.PassAsync(TimeSpan.FromHours(12));
        (MailTo(app, TestApp.Supervisor), MailTo(app, TestApp.Auditor)).ShouldBe((2, 0));
        await app.PassAsync(TimeSpan.FromHours(12));
        (MailTo(app, TestApp.Supervisor), MailTo(app, TestApp.Auditor)).ShouldBe((2, 1));
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync("/board");
        carmen.Page.QuerySelector("#board-glass .clock.late").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_review_stops_the_clock(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var (_, access) = await app.BreakGlassAsync(path);
        await carmen.PostFromAsync(access + "/review", "/review", ("Input.Justified", "true"));
        carmen.Path.ShouldBe(access);
        await app.PassAsync(TimeSpan.FromHours(25));
        MailTo(app, TestApp.Auditor).ShouldBe(0);
        (await app.AuditAsync("clock.escalated")).ShouldNotContain(e => e.About == Line.Id(access));
    }

    private static int MailTo(TestApp app, string address) => app.Mail().Count(m => m.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase));
}
