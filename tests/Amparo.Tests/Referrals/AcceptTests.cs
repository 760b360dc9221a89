using System.Net;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals;

public class AcceptTests
{
    [Theory, OnEveryDatabase]
    public async Task Accepting_stops_the_clock_and_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, referral) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        luis.Path.ShouldBe(referral);
        luis.Words.ShouldContain(app.Text("event.referral.accepted"));

        var stored = await app.ReferralAsync(referral);
        stored.State.ShouldBe(ReferralState.Accepted);
        stored.AnsweredAt.ShouldBe(app.Clock.GetUtcNow());
        stored.SeenAt.ShouldBe(app.Clock.GetUtcNow(), "whoever answers has seen it");
        var accepted = (await app.AuditAsync("referral.accepted")).ShouldHaveSingleItem();
        accepted.By.ShouldBe(await app.InAsync(db => db.Set<User>().Where(u => u.Login == TestApp.TraffickingUnit).Select(u => (Guid?)u.Id.Value).SingleAsync()));
        (accepted.About, accepted.Under).ShouldBe((Line.Id(referral), (Guid?)Line.Id(contact)));
        var clock = await app.InAsync(db => db.Set<Clock>().SingleAsync(c => c.About == Line.Id(referral) && c.Rule == new Code("danger-respond")));
        clock.StoppedAt.ShouldBe(app.Clock.GetUtcNow());
        clock.NextStepAt.ShouldBeNull();
        await julia.GoAsync(contact);
        julia.Words.ShouldContain(app.Text("event.referral.accepted"));
    }

    [Theory, OnEveryDatabase]
    public async Task No_other_role_accepts(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        foreach (var role in Role.All.Except([Role.Liaison]))
        {
            var other = await app.SignedInAsAsync(role, "pnp-trata-piura");
            await other.GoAsync(referral + "/accept");
            other.Status.ShouldBe(HttpStatusCode.Forbidden, role);
            await other.GoAsync("/home");
            await other.PostAsync(referral + "/accept", ("__RequestVerificationToken", other.Token!));
            other.Status.ShouldBe(HttpStatusCode.Forbidden, role);
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Another_office_does_not_find_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        foreach (var (login, path) in ((string, string)[])[
            (TestApp.Station, referral), (TestApp.Prosecutor, referral), (TestApp.TraffickingUnit, $"/referrals/{ReferralId.New()}")])
        {
            var other = await app.SignedInAsync(login);
            await other.GoAsync(path + "/accept");
            other.Status.ShouldBe(HttpStatusCode.NotFound, login);
            await other.GoAsync("/home");
            await other.PostAsync(path + "/accept", ("__RequestVerificationToken", other.Token!));
            other.Status.ShouldBe(HttpStatusCode.NotFound, login);
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Accepting_twice_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral + "/accept", "/accept");
        await luis.PostFromAsync(referral + "/accept", "/accept", ("Note", "Otra vez"));
        luis.Status.ShouldBe(HttpStatusCode.Conflict);
        luis.Words.ShouldContain(app.Text("referral.accepted-already"));
        luis.Text.ShouldContain("Otra vez", customMessage: "what was typed stays on the page");
        luis.Page.QuerySelectorAll("dt").Select(t => t.TextContent).ShouldContain(app.Text("referral.asked"), "whoever is asked reads that they are");
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_colleague_who_accepts_at_the_same_moment_is_a_conflict(string database)
    {
        var colleague = new AtTheSameMoment();
        await using var app = await TestApp.StartAsync(database, colleague.Join);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var other = await app.SignedInAsAsync(Role.Liaison, "pnp-trata-piura");
        await other.GoAsync(referral);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync(referral);
        colleague.Do = () => other.SendFormAsync("/accept");
        await luis.SendFormAsync("/accept");
        luis.Status.ShouldBe(HttpStatusCode.Conflict);
        luis.Words.ShouldContain(app.Text("conflict.someone-else"));
        other.Status.ShouldBe(HttpStatusCode.OK);
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_form_sent_twice_accepts_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync(referral + "/accept");
        (string, string)[] form = [("__RequestVerificationToken", luis.Token!), ("_once", Guid.CreateVersion7().ToString("N"))];
        for (var i = 0; i < 2; i++)
        {
            await luis.PostAsync(referral + "/accept", form);
            (luis.Status, luis.Path).ShouldBe((HttpStatusCode.OK, referral));
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_the_forgery_token_nothing_is_accepted(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostAsync(referral + "/accept");
        luis.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.ReferralAsync(referral)).State.ShouldBe(ReferralState.Sent);
    }

    /// <summary>Does something while an acceptance has been decided and is not yet saved.</summary>
    private sealed class AtTheSameMoment : IWhen<ReferralAccepted>
    {
        public Func<Task>? Do { get; set; }

        public void Join(IServiceCollection services) =>
            services.AddSingleton(this).AddModule("at-the-same-moment", module => module.When<ReferralAccepted, AtTheSameMoment>());

        public async Task<IReadOnlyList<IEvent>> WhenAsync(ReferralAccepted happened, CancellationToken cancel)
        {
            var act = Do;
            Do = null;
            if (act is not null)
                await act();
            return [];
        }
    }
}
