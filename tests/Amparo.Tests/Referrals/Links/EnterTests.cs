using System.Net;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals.Links;

/// <summary>The page behind a mailed link: one code entry, five tries, opened once, and the same for whatever it is asked.</summary>
public class EnterTests
{
    private const string Impossible = "CCCC CCCC";

    [Theory, OnEveryDatabase]
    public async Task Scanners_and_previews_use_nothing_up(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var link = app.Links().ShouldHaveSingleItem();
        var before = (await app.AuditAsync()).Count;
        using var http = new HttpClient { BaseAddress = app.Address };
        foreach (var method in Enumerable.Repeat<string[]>(["GET", "HEAD"], 20).SelectMany(m => m))
        {
            using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), link));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
        (await app.AuditAsync()).Count.ShouldBe(before, "looking is no event");
        (await app.ReferralAsync(referral)).SeenAt.ShouldBeNull();
        (await app.LinksOfAsync(referral)).ShouldHaveSingleItem().Tries.ShouldBe(0);
        (await app.InsideAsync(julia, referral)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_and_its_refusal_are_the_same_for_every_link_there_is_or_is_not(string database)
    {
        await using var app = await TestApp.StartAsync(database, Partner.Unhurried);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var links = await EveryKindAsync(app, julia);
        using var http = new HttpClient { BaseAddress = app.Address };
        var pages = new Dictionary<string, string>();
        var refusals = new Dictionary<string, string>();
        foreach (var (kind, link) in links)
        {
            using var page = await http.GetAsync(link);
            pages[kind] = await SaidAsync(page);
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Code", Impossible)]);
            using var refusal = await http.PostAsync(link, form);
            refusal.StatusCode.ShouldBe(HttpStatusCode.BadRequest, kind);
            refusals[kind] = await SaidAsync(refusal);
        }
        pages.Count.ShouldBe(7);
        pages.Values.Distinct().ShouldHaveSingleItem();
        refusals.Values.Distinct().ShouldHaveSingleItem();
        var said = pages.Values.First() + refusals.Values.First();
        foreach (var fact in (string[])["Piura", "verde", "PNP", "/r/" + links["waiting"][3..]])
            said.ShouldNotContain(fact, Case.Insensitive);
    }

    [Theory, OnEveryDatabase]
    public async Task The_fifth_wrong_code_blocks_the_link_and_the_line_is_told(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(referral);
        var partner = app.Browser();
        for (var i = 0; i < Link.MostTries; i++)
        {
            await partner.EnterAsync(app.Links()[0], Partner.Wrong(code));
            partner.Words.ShouldContain(app.Text("link.enter.wrong"));
        }
        await partner.EnterAsync(app.Links()[0], code);
        (partner.Status, partner.Path).ShouldBe((HttpStatusCode.BadRequest, app.Links()[0]));
        (await app.CountAsync("link.tried")).ShouldBe(Link.MostTries - 1);
        (await app.CountAsync("link.blocked")).ShouldBe(1);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var contact = $"/contacts/{(await app.ReferralAsync(referral)).Contact}";
        foreach (var (who, page) in ((Browser, string)[])[(julia, "/home"), (julia, referral), (julia, contact), (carmen, "/board")])
        {
            await who.GoAsync(page);
            who.Words.ShouldContain(app.Text("link.blocked.next"), customMessage: page);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_fifth_try_may_still_be_right(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(referral);
        var partner = app.Browser();
        for (var i = 1; i < Link.MostTries; i++)
            await partner.EnterAsync(app.Links()[0], Partner.Wrong(code));
        await partner.EnterAsync(app.Links()[0], code.ToLowerInvariant().Replace(" ", "-", StringComparison.Ordinal));
        partner.Path.ShouldBe("/r" + referral);
    }

    [Theory, OnEveryDatabase]
    public async Task Twenty_tries_at_once_are_never_more_than_five(string database)
    {
        await using var app = await TestApp.StartAsync(database, Partner.Unhurried);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(referral);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Browser().EnterAsync(app.Links()[0], Partner.Wrong(code))));
        (await app.LinksOfAsync(referral)).ShouldHaveSingleItem().Tries.ShouldBe(Link.MostTries);
        ((await app.CountAsync("link.tried")) + (await app.CountAsync("link.blocked"))).ShouldBe(Link.MostTries, "each was counted, once");
        (await app.LinksOfAsync(referral))[0].End.ShouldBe(LinkEnd.Blocked);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_who_bring_the_right_code_at_once_one_comes_in(string database)
    {
        await using var app = await TestApp.StartAsync(database, Partner.Unhurried);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(referral);
        var partners = Enumerable.Range(0, 8).Select(_ => app.Browser()).ToList();
        await Task.WhenAll(partners.Select(p => p.EnterAsync(app.Links()[0], code)));
        partners.Count(p => p.Path == "/r" + referral).ShouldBe(1);
        (await app.CountAsync("link.opened")).ShouldBe(1);
        var late = app.Browser();
        await late.EnterAsync(app.Links()[0], code);
        late.Status.ShouldBe(HttpStatusCode.BadRequest, "a link is opened once");
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_runs_out_by_the_packs_figure(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var link = (await app.LinksOfAsync(referral))[0];
        (link.ExpiresAt - link.SentAt).ShouldBe(TimeSpan.FromHours(72));
        var code = await julia.ReadCodeAsync(referral);
        app.Clock.Advance(link.ExpiresAt - app.Clock.GetUtcNow());
        var partner = app.Browser();
        await partner.EnterAsync(app.Links()[0], code);
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Something_that_cannot_be_a_code_costs_no_try()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = app.Browser();
        foreach (var typed in (string[])["", "   ", "AEIOU015", "CCCC", new string('C', 40)])
        {
            await partner.EnterAsync(app.Links()[0], typed);
            (partner.Status, partner.Words.Contains(app.Text("link.enter.missing"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), typed);
        }
        (await app.LinksOfAsync(referral))[0].Tries.ShouldBe(0);
    }

    [Fact]
    public async Task One_address_may_not_guess_for_long()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var partner = app.Browser();
        for (var i = 0; i < 30; i++)
            await partner.PostAsync("/r/again", ("Reference", "nothing"));
        partner.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var page in (string[])["/r/again", "/r/0123456789abcdef0123456789abcdef"])
        {
            await partner.PostAsync(page, ("Code", Impossible));
            partner.Status.ShouldBe(HttpStatusCode.TooManyRequests);
            partner.Text.ShouldNotContain("0123456789abcdef");
        }
        await partner.GoAsync("/r/again");
        partner.Status.ShouldBe(HttpStatusCode.OK, "looking is no guess");
    }

    private static async Task<Dictionary<string, string>> EveryKindAsync(TestApp app, Browser julia)
    {
        Dictionary<string, string> links = new() { ["unknown"] = "/r/0123456789abcdef0123456789abcdef", ["no token"] = "/r/hola" };
        var expired = await julia.TellPartnerAsync(app);
        links["expired"] = app.Links()[^1];
        app.Clock.Advance((await app.LinksOfAsync(expired))[0].ExpiresAt - app.Clock.GetUtcNow());
        julia = await app.SignedInAsync(TestApp.Operator);
        var used = await julia.TellPartnerAsync(app);
        links["used"] = app.Links()[^1];
        await app.InsideAsync(julia, used);
        var revoked = await julia.TellPartnerAsync(app);
        links["revoked"] = app.Links()[^1];
        await julia.PostFromAsync(revoked + "/links/revoke", "/revoke");
        var withdrawn = await julia.TellPartnerAsync(app);
        links["withdrawn"] = app.Links()[^1];
        await julia.PostFromAsync(withdrawn + "/withdraw", "/withdraw");
        var waiting = await julia.TellPartnerAsync(app);
        links["waiting"] = app.Links()[^1];
        await julia.ReadCodeAsync(waiting);
        links.Values.Distinct().Count().ShouldBe(7);
        return links;
    }

    // The whole answer, but for the hour.
    private static async Task<string> SaidAsync(HttpResponseMessage answer) =>
        $"{answer.StatusCode} {string.Join('\n', answer.Headers.Where(h => h.Key != "Date"))}\n{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}";
}
