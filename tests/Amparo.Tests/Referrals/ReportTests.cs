using System.Net;
using Amparo.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals;

/// <summary>On the way, there, and what came of it.</summary>
public class ReportTests
{
    [Theory, OnEveryDatabase]
    public async Task Nothing_is_reported_before_accepting(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        foreach (var (act, fields) in ((string, (string, string)[])[])[("/act", []), ("/arrive", []), ("/outcome", [("Outcome", "no-one-found")])])
        {
            await luis.GoAsync(referral + act);
            await luis.SendAsync(fields);
            luis.Status.ShouldBe(HttpStatusCode.Conflict, act);
            luis.Words.ShouldContain(app.Text("referral.accept-first"));
        }
        (await app.AuditAsync("referral.acted", "referral.arrived", "referral.outcome-reported")).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task On_the_way_and_there_are_said_once_each(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        foreach (var (act, reason) in ((string, string)[])[("/act", "referral.act.already"), ("/arrive", "referral.arrive.already")])
        {
            await luis.PostFromAsync(referral + act, act);
            luis.Path.ShouldBe(referral);
            await luis.PostFromAsync(referral + act, act);
            luis.Status.ShouldBe(HttpStatusCode.Conflict);
            luis.Words.ShouldContain(app.Text(reason));
        }
        var stored = await app.ReferralAsync(referral);
        stored.ActedAt.ShouldNotBeNull();
        stored.ArrivedAt.ShouldNotBeNull();
        (await app.AuditAsync("referral.acted", "referral.arrived")).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_outcome_that_ends_it_takes_the_words_from_the_office_and_leaves_them_to_the_line(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        luis.Words.ShouldContain(Line.Place);
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "case-opened"), ("People", "9"), ("Note", "Sigue abierto."));
        luis.Words.ShouldContain(Line.Place, customMessage: "an outcome that does not end it ends nothing");
        (await app.ReferralAsync(referral)).People.ShouldBeNull("this outcome counts no people");
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "people-rescued"), ("People", "3"), ("Note", "Están a salvo."));
        luis.Path.ShouldBe(referral);
        luis.Words.ShouldNotContain(Line.Place);
        luis.Words.ShouldContain("(3)");
        var stored = await app.ReferralAsync(referral);
        (stored.State, stored.People).ShouldBe((ReferralState.Ended, 3));
        await julia.GoAsync(referral);
        julia.Words.ShouldContain(Line.Place);
        julia.Words.ShouldContain("Están a salvo.");
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "false-alarm"));
        luis.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("referral.outcome-reported")).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_outcome_that_is_none_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        foreach (var (fields, status) in (((string, string)[], HttpStatusCode)[])[
            ([], HttpStatusCode.BadRequest), ([("Outcome", "made-up")], HttpStatusCode.Conflict), ([("Outcome", "people-rescued"), ("People", "-1")], HttpStatusCode.BadRequest),
            ([("Outcome", "people-rescued"), ("People", "many")], HttpStatusCode.BadRequest), ([("Outcome", "people-rescued"), ("Note", new string('x', 501))], HttpStatusCode.BadRequest)])
        {
            await luis.GoAsync(referral + "/outcome");
            await luis.SendAsync(fields);
            luis.Status.ShouldBe(status);
        }
        (await app.CountAsync("referral.outcome-reported")).ShouldBe(0);
    }
}
