using System.Net;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals;

public class DeclineTests
{
    [Theory, OnEveryDatabase]
    public async Task Declining_ends_the_referral_and_stops_the_clock(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, referral) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync(referral + "/decline");
        await luis.SendAsync(("Reason", "no-capacity"));
        luis.Path.ShouldBe(referral);
        var stored = await app.ReferralAsync(referral);
        (stored.State, stored.EndedAt, stored.DeclineReason?.Value).ShouldBe((ReferralState.Declined, app.Clock.GetUtcNow(), "no-capacity"));
        (await app.InAsync(db => db.Set<Clock>().SingleAsync(c => c.About == Line.Id(referral) && c.Rule == new Code("danger-respond")))).StoppedAt.ShouldBe(app.Clock.GetUtcNow());
        (await app.AuditAsync("referral.declined")).ShouldHaveSingleItem().Data.ShouldContain("no-capacity");
        await julia.GoAsync(contact);
        julia.Words.ShouldContain(app.Text("event.referral.declined"));
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync("/board");
        carmen.Page.QuerySelector("#board-declined")!.InnerHtml.ShouldContain(referral, customMessage: "the board shows what was declined");
        await carmen.GoAsync(carmen.Page.QuerySelector("#board-declined a.button")!.GetAttribute("href")!);
        carmen.Path.ShouldBe(contact + "/refer", "and leads to the next office");
        await carmen.PostFromAsync(contact + "/danger", "/danger");
        await carmen.GoAsync("/board");
        carmen.Page.QuerySelector("#board-declined").ShouldBeNull("until another office was told");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reason_is_needed_and_some_reasons_need_words(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        foreach (var (reason, status) in ((string?, HttpStatusCode)[])[
            (null, HttpStatusCode.BadRequest), ("made-up", HttpStatusCode.Conflict), ("not-our-competence", HttpStatusCode.Conflict)])
        {
            await luis.GoAsync(referral + "/decline");
            await luis.SendAsync(reason is null ? [] : [("Reason", reason), ("Note", "  ")]);
            luis.Status.ShouldBe(status, reason);
        }
        luis.Words.ShouldContain(app.Text("referral.decline.note-missing"));
        (await app.CountAsync("referral.declined")).ShouldBe(0);
        await luis.SendAsync(("Reason", "not-our-competence"), ("Note", "Es de la comisaría."));
        luis.Path.ShouldBe(referral);
        (await app.CountAsync("referral.declined")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_answered_is_not_declined(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        await luis.GoAsync(referral + "/decline");
        await luis.SendAsync(("Reason", "no-capacity"));
        luis.Status.ShouldBe(HttpStatusCode.Conflict);
        luis.Words.ShouldContain(app.Text("referral.accepted-already"));
    }
}
