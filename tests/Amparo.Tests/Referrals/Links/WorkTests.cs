using System.Net;
using Amparo.Referrals;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals.Links;

/// <summary>Half an hour of work by a link: one referral, the same acts as with an account, everything on record under the link.</summary>
public class WorkTests
{
    [Theory, OnEveryDatabase]
    public async Task An_office_without_account_sees_accepts_and_reports_and_the_link_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, referral);
        partner.Words.ShouldNotContain(Line.Place, customMessage: "words are shown after a post");
        (await app.ReferralAsync(referral)).SeenAt.ShouldBeNull();

        await partner.SendFormAsync("/see");
        partner.Words.ShouldContain(Line.Place);
        await partner.SendFormAsync("/accept");
        await partner.SendFormAsync("/act");
        await partner.SendFormAsync("/arrive");
        partner.Path.ShouldBe("/r" + referral);
        await partner.GoAsync("/r" + referral + "/outcome");
        await partner.SendAsync(("Outcome", "people-rescued"), ("People", "3"), ("Note", "Salieron las tres."));
        (partner.Status, partner.Path).ShouldBe((HttpStatusCode.OK, "/r" + referral));
        partner.Words.ShouldContain(app.Text("referral.over"));
        partner.Words.ShouldNotContain(Line.Place, customMessage: "what was shared is shown while the referral lasts");

        var stored = await app.ReferralAsync(referral);
        (stored.State, stored.People).ShouldBe((ReferralState.Ended, 3));
        var link = (await app.LinksOfAsync(referral)).ShouldHaveSingleItem();
        string[] acts = ["link.opened", "referral.seen", "field.read", "referral.accepted", "referral.acted", "referral.arrived", "referral.outcome-reported"];
        foreach (var happened in acts)
            (await app.AuditAsync(happened)).Where(e => e.By == link.Id.Value).ShouldNotBeEmpty(happened);
        (await app.AuditAsync([.. acts.Where(act => act.StartsWith("referral.", StringComparison.Ordinal))])).ShouldAllBe(e => e.By == link.Id.Value && e.Agency == stored.ToAgency.Value);
        var contact = $"/contacts/{stored.Contact}";
        await julia.GoAsync(contact);
        julia.Words.ShouldContain("(3)");
        await julia.GoAsync(referral);
        julia.Words.ShouldContain(app.Text("timeline.by-link"));
        julia.Words.ShouldContain(app.Text("link.state.Working"));
    }

    [Theory, OnEveryDatabase]
    public async Task An_office_declines_and_may_say_nothing_more(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, referral);
        await partner.PostFromAsync("/r" + referral + "/decline", "/decline");
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
        partner.Path.ShouldBe("/r" + referral + "/decline");
        await partner.SendAsync(("Reason", "not-our-area"));
        partner.Path.ShouldBe("/r" + referral);
        partner.Words.ShouldContain(app.Text("referral.over"));
        await partner.PostFromAsync("/r" + referral + "/accept", "/accept");
        (partner.Status, partner.Words.Contains(app.Text("referral.ended-already"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await app.ReferralAsync(referral)).State.ShouldBe(ReferralState.Declined);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_form_sent_twice_accepts_once_and_stays_with_the_link(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, referral);
        (string, string)[] form = [("__RequestVerificationToken", partner.Token!), ("_once", Guid.CreateVersion7().ToString("N"))];
        for (var i = 0; i < 2; i++)
        {
            await partner.PostAsync("/r" + referral + "/accept", form);
            (partner.Status, partner.Path).ShouldBe((HttpStatusCode.OK, "/r" + referral));
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
        await partner.PostAsync("/r" + referral + "/act");
        partner.Status.ShouldBe(HttpStatusCode.BadRequest, "no forgery token");
    }

    [Theory, OnEveryDatabase]
    public async Task Another_referral_is_not_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var other = await julia.TellPartnerAsync(app);
        var own = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, own);
        foreach (var referral in (string[])[other, $"/referrals/{ReferralId.New()}"])
        {
            foreach (var act in (string[])["", "/see", "/accept", "/decline", "/act", "/arrive", "/outcome"])
            {
                await partner.GoAsync("/r" + referral + act);
                partner.Status.ShouldBe(HttpStatusCode.NotFound, act);
                await partner.GoAsync("/r" + own);
                await partner.PostAsync("/r" + referral + act, ("__RequestVerificationToken", partner.Token!), ("Reason", "not-our-area"), ("Outcome", "false-alarm"));
                new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest }.ShouldContain(partner.Status, act);
            }
        }
        (await app.ReferralAsync(other)).State.ShouldBe(ReferralState.Sent);
        (await app.CountAsync("referral.seen")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_line_takes_back_is_gone_at_the_next_request(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        foreach (var back in (string[])["/withdraw", "/links/revoke"])
        {
            var referral = await julia.TellPartnerAsync(app);
            var partner = await app.InsideAsync(julia, referral);
            await partner.SendFormAsync("/see");
            partner.Words.ShouldContain(Line.Place);
            var form = ("__RequestVerificationToken", partner.Token!);
            await julia.PostFromAsync(referral + back, back);
            julia.Path.ShouldBe(referral);
            await partner.GoAsync("/r" + referral);
            partner.Path.ShouldBe("/r/again", back);
            await partner.PostAsync("/r" + referral + "/accept", form);
            partner.Path.ShouldBe("/r/again", back);
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task After_half_an_hour_or_after_leaving_a_fresh_link_is_needed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, referral);
        app.Clock.Advance(Link.WorksFor - TimeSpan.FromSeconds(1));
        await partner.SendFormAsync("/accept");
        partner.Path.ShouldBe("/r" + referral);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await partner.GoAsync("/r" + referral);
        partner.Path.ShouldBe("/r/again");

        julia = await app.SignedInAsync(TestApp.Operator);
        await partner.SendAsync(("Reference", (await app.ReferralAsync(referral)).Reference));
        await app.DeliverAsync();
        app.Links().Count.ShouldBe(2);
        var cookies = (partner = await app.InsideAsync(julia, referral)).CookieHeader;
        await partner.SendFormAsync("/arrive");
        await partner.SendFormAsync("/r/leave");
        partner.Path.ShouldBe("/r/again");
        partner.CookieHeader.ShouldNotContain(LinkCookie.Name);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        using var kept = await http.GetAsync("/r" + referral);
        kept.Headers.Location!.ToString().ShouldBe("/r/again", "a cookie that somebody kept opens nothing");
        (await app.CountAsync("referral.arrived")).ShouldBe(1);
        (await app.CountAsync("link.left")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_signed_in_needs_the_link_too_and_acts_as_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync("/r" + referral);
        luis.Path.ShouldBe("/r/again");
        await luis.EnterAsync(app.Links()[0], await julia.ReadCodeAsync(referral));
        await luis.SendFormAsync("/accept");
        (await app.AuditAsync("referral.accepted")).ShouldHaveSingleItem().By.ShouldBe((await app.LinksOfAsync(referral))[0].Id.Value);
        await luis.GoAsync(referral);
        luis.Status.ShouldBe(HttpStatusCode.NotFound, "with the account it is another office's still");
    }
}
