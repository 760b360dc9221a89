using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals.Links;

public class CodeTests
{
    [Theory, OnEveryDatabase]
    public async Task A_code_is_shown_once_to_who_asks_and_asking_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        await julia.GoAsync(referral + "/code");
        julia.Page.QuerySelector(".notice .ref").ShouldBeNull("a look at the page is no code");
        (await app.CountAsync("link.code-read")).ShouldBe(0);
        var code = await julia.ReadCodeAsync(referral);
        code.ShouldMatch("^[CDFHJKLMPQRTXY2346789]{4} [CDFHJKLMPQRTXY2346789]{4}$");
        var link = (await app.LinksOfAsync(referral))[0];
        var read = (await app.AuditAsync("link.code-read")).ShouldHaveSingleItem();
        (read.About, read.Under).ShouldBe((link.Id.Value, (Guid?)Line.Id(referral)));
        await julia.GoAsync(referral + "/code");
        julia.Text.ShouldNotContain(code);
        await julia.GoAsync(referral);
        julia.Words.ShouldContain(app.Text("link.state.CodeRead"));
    }

    [Theory, OnEveryDatabase]
    public async Task Asking_again_makes_a_new_code_and_the_old_one_stops(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var first = await julia.ReadCodeAsync(referral);
        var second = await julia.ReadCodeAsync(referral);
        second.ShouldNotBe(first);
        var partner = app.Browser();
        await partner.EnterAsync(app.Links()[0], first);
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
        await partner.EnterAsync(app.Links()[0], second);
        partner.Path.ShouldBe("/r" + referral);
    }

    [Theory, OnEveryDatabase]
    public async Task Before_the_line_asked_for_a_code_none_is_right(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var referral = await (await app.SignedInAsync(TestApp.Operator)).TellPartnerAsync(app);
        var partner = app.Browser();
        await partner.EnterAsync(app.Links()[0], "CCCCCCCC");
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.LinksOfAsync(referral))[0].Tries.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Each_contact_has_a_link_and_a_code_of_their_own(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        await app.PassAsync(TimeSpan.FromMinutes(5));
        var links = await app.LinksOfAsync(referral);
        links.Select(l => l.DutyContact).ShouldBe([1, 2]);
        await julia.GoAsync(referral + "/code");
        await julia.SendAsync(("Link", links[0].Id.ToString()));
        var code = julia.Page.QuerySelector(".notice .ref")!.TextContent.Trim();
        var second = app.Browser();
        await second.EnterAsync(app.Links()[1], code);
        second.Status.ShouldBe(HttpStatusCode.BadRequest);
        var first = app.Browser();
        await first.EnterAsync(app.Links()[0], code);
        first.Path.ShouldBe("/r" + referral);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_the_line_that_sent_it_acts_on_links(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var referral = await (await app.SignedInAsync(TestApp.Operator)).TellPartnerAsync(app);
        string[] pages = ["/code", "/links/send", "/links/revoke"];
        foreach (var role in Role.All.Except([Role.Operator, Role.Supervisor]))
        {
            var other = await app.SignedInAsAsync(role);
            await other.GoAsync("/home");
            foreach (var page in pages)
            {
                await other.PostAsync(referral + page, ("__RequestVerificationToken", other.Token!));
                other.Status.ShouldBe(HttpStatusCode.Forbidden, role + page);
                await other.GoAsync("/home");
            }
        }
        foreach (var (role, office) in ((string, string?)[])[(Role.Operator, "pnp-trata-piura"), (Role.Supervisor, Partner.Office)])
        {
            var other = await app.SignedInAsAsync(role, office);
            foreach (var page in pages)
            {
                await other.GoAsync(referral + page);
                other.Status.ShouldBe(HttpStatusCode.NotFound, page);
                await other.GoAsync("/home");
                await other.PostAsync(referral + page, ("__RequestVerificationToken", other.Token!));
                other.Status.ShouldBe(HttpStatusCode.NotFound, page);
            }
        }
        foreach (var happened in (string[])["link.code-read", "referral.link-asked", "referral.links-revoked"])
            (await app.CountAsync(happened)).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Where_nothing_waits_there_is_no_code(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        await app.InsideAsync(julia, referral);
        await julia.GoAsync(referral + "/code");
        julia.Words.ShouldContain(app.Text("link.code.none"));
        await julia.PostAsync(referral + "/code", ("__RequestVerificationToken", julia.Token!));
        (julia.Status, julia.Words.Contains(app.Text("link.code.over"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        await julia.PostAsync(referral + "/code", ("__RequestVerificationToken", julia.Token!), ("Link", LinkId.New().ToString()));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("link.code-read")).ShouldBe(1);
    }
}
