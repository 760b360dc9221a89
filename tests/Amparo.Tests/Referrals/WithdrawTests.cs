using System.Net;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Permissions;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals;

public class WithdrawTests
{
    [Theory, OnEveryDatabase]
    public async Task What_is_withdrawn_is_no_longer_seen_and_its_clock_stops(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, referral) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/see");
        luis.Text.ShouldContain(Line.Place);

        await julia.PostFromAsync(referral + "/withdraw", "/withdraw");
        (julia.Status, julia.Path).ShouldBe((HttpStatusCode.OK, referral));
        julia.Text.ShouldContain(Line.Place, customMessage: "the line sees what it sent");
        (await app.ReferralAsync(referral)).State.ShouldBe(ReferralState.Withdrawn);
        await luis.GoAsync(referral);
        luis.Text.ShouldNotContain(Line.Place);
        var clock = await app.InAsync(db => db.Set<Clock>().SingleAsync(c => c.About == Line.Id(referral) && c.Rule == new Code("danger-respond")));
        clock.IsRunning.ShouldBeFalse();
        var entry = (await app.AuditAsync("referral.withdrawn")).ShouldHaveSingleItem();
        (entry.About, entry.Under).ShouldBe((Line.Id(referral), (Guid?)Line.Id(contact)));
    }

    [Theory, OnEveryDatabase]
    public async Task No_other_role_withdraws(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        foreach (var role in Role.All.Except([Role.Operator, Role.Supervisor]))
        {
            var other = await app.SignedInAsAsync(role, "pnp-trata-piura");
            await other.GoAsync("/home");
            await other.PostAsync(referral + "/withdraw", ("__RequestVerificationToken", other.Token!));
            other.Status.ShouldBe(HttpStatusCode.Forbidden, role);
        }
        (await app.ReferralAsync(referral)).State.ShouldBe(ReferralState.Sent);
    }

    [Theory, OnEveryDatabase]
    public async Task Withdrawing_twice_or_after_the_arrival_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, arrived) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(arrived, "/accept");
        await luis.PostFromAsync(arrived, "/arrive");
        await julia.PostFromAsync(arrived + "/withdraw", "/withdraw");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("referral.withdraw.arrived"));

        var (_, twice) = await julia.DeclareDangerAsync(app);
        await julia.PostFromAsync(twice + "/withdraw", "/withdraw");
        await julia.PostFromAsync(twice + "/withdraw", "/withdraw");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("referral.withdrawn")).ShouldBe(1);
    }
}
