using System.Net;
using Amparo.Referrals;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals.Links;

/// <summary>A fresh link: asked for by the office or sent by the line, always to the known address; and taken back.</summary>
public class AskingTests
{
    [Theory, OnEveryDatabase]
    public async Task The_answer_is_the_same_and_only_the_known_address_gets_mail(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var withAccount = (await julia.DeclareDangerAsync(app)).Referral;
        await app.DeliverAsync();
        var (mails, links) = (app.Mail().Count, app.Links().Count);
        List<string> answers = [];
        foreach (var reference in (string[])[(await app.ReferralAsync(referral)).Reference, (await app.ReferralAsync(withAccount)).Reference, "CCC-CCC"])
        {
            var partner = app.Browser();
            await partner.PostFromAsync("/r/again", "/r/again", ("Reference", reference), ("Mail", "otro@correo.example"));
            (partner.Status, partner.Path).ShouldBe((HttpStatusCode.OK, "/r/again"));
            answers.Add($"{string.Join(' ', partner.Way)} {partner.Text}");
        }
        answers.Distinct().ShouldHaveSingleItem().ShouldContain(app.Text("link.again.asked"));
        await app.DeliverAsync();
        (app.Mail().Count - mails, app.Links().Count - links).ShouldBe((1, 1));
        app.MailDecoded()[^1].ShouldContain("X-Receiver: guardia.pnp-trata-nacional@pnp.example");
        app.Mail().ShouldAllBe(m => !m.Contains("otro@correo.example"));
        var asked = (await app.AuditAsync("referral.link-asked")).ShouldHaveSingleItem();
        (asked.By, asked.About).ShouldBe(((Guid?)null, Line.Id(referral)));
        await julia.GoAsync("/home");
        julia.Words.ShouldContain(app.Text("link.waiting.title"));
        julia.Words.ShouldContain((await app.ReferralAsync(referral)).Reference);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_can_fill_an_offices_mailbox(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var reference = (await app.ReferralAsync(referral)).Reference;
        for (var i = 0; i < 6; i++)
        {
            var partner = app.Browser();
            await partner.PostFromAsync("/r/again", "/r/again", ("Reference", reference.ToLowerInvariant()));
            partner.Words.ShouldContain(app.Text("link.again.asked"));
            await app.DeliverAsync();
        }
        app.Links().Count.ShouldBe(Link.MostWaiting);
        await julia.PostFromAsync(referral + "/links/send", "/links/send");
        (julia.Status, julia.Words.Contains(app.Text("link.send.enough"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
    }

    [Theory, OnEveryDatabase]
    public async Task What_cannot_be_a_reference_is_asked_for_again(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var typed in (string[])["", "hola", "KX7", new string('K', 30)])
        {
            var partner = app.Browser();
            await partner.PostFromAsync("/r/again", "/r/again", ("Reference", typed));
            (partner.Status, partner.Words.Contains(app.Text("link.again.missing"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), typed);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task After_a_blocked_link_the_line_sends_another(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = app.Browser();
        for (var i = 0; i < Link.MostTries; i++)
            await partner.EnterAsync(app.Links()[0], "CCCCCCCC");
        await julia.PostFromAsync(referral + "/links/send", "/links/send");
        julia.Path.ShouldBe(referral);
        await app.DeliverAsync();
        (await app.LinksOfAsync(referral)).Count.ShouldBe(2);
        await julia.GoAsync("/home");
        julia.Words.ShouldNotContain(app.Text("link.blocked.next"));
        (await app.InsideAsync(julia, referral)).Path.ShouldBe("/r" + referral);
        (await app.AuditAsync("referral.link-asked")).ShouldHaveSingleItem().By.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task No_link_goes_where_it_is_over_or_where_somebody_signs_in(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, withAccount) = await julia.DeclareDangerAsync(app);
        var over = await julia.TellPartnerAsync(app);
        await julia.PostFromAsync(over + "/withdraw", "/withdraw");
        foreach (var (referral, reason) in ((string, string)[])[(withAccount, "link.send.account"), (over, "referral.ended-already")])
        {
            await julia.PostFromAsync(referral + "/links/send", "/links/send");
            (julia.Status, julia.Words.Contains(app.Text(reason), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true), reason);
        }
        (await app.CountAsync("referral.link-asked")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Revoking_takes_all_links_back_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        await app.InsideAsync(julia, referral);
        await julia.PostFromAsync(referral + "/links/send", "/links/send");
        await app.DeliverAsync();
        var code = await julia.ReadCodeAsync(referral);
        await julia.PostFromAsync(referral + "/links/revoke", "/links/revoke");
        julia.Path.ShouldBe(referral);
        julia.Words.ShouldContain(app.Text("link.state.Revoked"));
        (await app.LinksOfAsync(referral)).ShouldAllBe(l => l.End == LinkEnd.Revoked);
        var partner = app.Browser();
        await partner.EnterAsync(app.Links()[1], code);
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
        await julia.PostFromAsync(referral + "/links/revoke", "/links/revoke");
        (julia.Status, julia.Words.Contains(app.Text("link.revoke.none"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await app.CountAsync("referral.links-revoked")).ShouldBe(1);
        (await app.ReferralAsync(referral)).State.ShouldBe(ReferralState.Sent, "the referral goes on");
    }
}
