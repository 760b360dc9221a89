using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals;

/// <summary>What was sent at once is looked at by a second person within the pack's hours.</summary>
public class ReviewTests
{
    [Theory, OnEveryDatabase]
    public async Task A_second_person_upholds_it_and_it_leaves_the_board(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync("/board");
        await carmen.GoAsync(carmen.Page.QuerySelector("#board-review a.button")!.GetAttribute("href")!);
        carmen.Path.ShouldBe(referral + "/review");
        carmen.Words.ShouldContain(app.Text("referral.reason.danger-declared"));
        carmen.Page.QuerySelectorAll("dt").Select(t => t.TextContent).ShouldContain(app.Text("referral.asked-them"), "nobody asks the line itself");
        await carmen.SendAsync(("Finding", "upheld"));
        carmen.Path.ShouldBe(referral);
        carmen.Words.ShouldContain(app.Text("referral.review.upheld"));
        (await app.AuditAsync("basis.reviewed")).ShouldHaveSingleItem().Data.ShouldContain("true");
        await carmen.GoAsync("/board");
        carmen.Page.QuerySelector("#board-review").ShouldBeNull();
        await carmen.GoAsync(referral + "/review");
        carmen.Words.ShouldContain(app.Text("referral.review.none"));
        await carmen.PostAsync(referral + "/review", ("__RequestVerificationToken", await TokenAsync(carmen)), ("Finding", "upheld"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict, "repeated");
        (await app.CountAsync("basis.reviewed")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_sent_it_never_reviews_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, referral) = await carmen.DeclareDangerAsync(app);
        await carmen.GoAsync(referral + "/review");
        carmen.Words.ShouldContain(app.Text("referral.review.own"));
        carmen.Page.QuerySelector("main form").ShouldBeNull();
        await carmen.PostAsync(referral + "/review", ("__RequestVerificationToken", await TokenAsync(carmen)), ("Finding", "upheld"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("basis.reviewed")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Not_upheld_takes_a_reason_and_offers_to_withdraw(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(referral + "/review");
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.BadRequest);
        await carmen.SendAsync(("Finding", "not-upheld"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict, "no reason");
        await carmen.SendAsync(("Finding", "not-upheld"), ("Objection", "Nadie estaba en peligro"));
        carmen.Path.ShouldBe(referral);
        carmen.Words.ShouldContain("Nadie estaba en peligro");
        carmen.Words.ShouldContain(app.Text("referral.review.stays-sent"));
        carmen.Page.QuerySelector($".notice a[href='{referral}/withdraw']").ShouldNotBeNull();

        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/see");
        luis.Words.ShouldContain(Line.Place);
        luis.Words.ShouldNotContain("Nadie estaba en peligro", customMessage: "the line's own");
        luis.Words.ShouldNotContain(app.Text("referral.reason.danger-declared"));
    }

    [Theory, OnEveryDatabase]
    public async Task After_a_day_the_supervisors_are_reminded_by_mail_until_somebody_reviewed_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, referral) = await carmen.DeclareDangerAsync(app);
        var other = await app.AddAsync(Role.Supervisor);
        await (await app.SignedInAsync(TestApp.TraffickingUnit)).PostFromAsync(referral, "/accept");
        await app.DeliverAsync();
        await app.PassAsync(TimeSpan.FromHours(20));
        var reminded = app.Mail().Where(mail => mail.Contains(other, StringComparison.Ordinal)).ToList();
        reminded.Count.ShouldBe(1);
        app.Mail().ShouldNotContain(mail => mail.Contains("X-Receiver: " + TestApp.Supervisor, StringComparison.Ordinal), "the one who sent it is not asked");
        var second = await app.SignedInAsync(other);
        await second.GoAsync(referral + "/review");
        await second.SendAsync(("Finding", "upheld"));
        await app.PassAsync(TimeSpan.FromHours(5));
        app.Mail().Count(mail => mail.Contains(other, StringComparison.Ordinal)).ShouldBe(1, "nothing is left to remind of");
    }

    [Theory]
    [InlineData(Role.Supervisor, HttpStatusCode.OK)]
    [InlineData(Role.Operator, HttpStatusCode.Forbidden)]
    [InlineData(Role.CaseWorker, HttpStatusCode.Forbidden)]
    [InlineData(Role.Liaison, HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    public async Task Who_may_review(string role, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(referral + "/review");
        other.Status.ShouldBe(status);
        var stranger = await app.SignedInAsAsync(Role.Supervisor, "comisaria-piura");
        await stranger.GoAsync(referral + "/review");
        stranger.Status.ShouldBe(HttpStatusCode.NotFound, "another line's");
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        await browser.GoAsync("/home");
        return browser.Token!;
    }
}
