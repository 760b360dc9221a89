using System.Net;
using Amparo.Contacts;
using Amparo.Contacts.Returning;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Tests.Host;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Contacts;

/// <summary>A caller who gave no name comes back with words.</summary>
public class ReturningTests
{
    [Theory]
    [InlineData("packs/pe", 7)]
    [InlineData("tests/packs/zz", 9)]
    public void The_words_hold_sixty_bits_and_no_more_of_them_than_that_needs(string pack, int length)
    {
        var folder = Pack.Load(Path.Combine(TestApp.Root, pack));
        var known = folder.Read<ReturnRules>(ReturnRules.File).Words;
        var words = new ReturnWords(folder);
        words.Length.ShouldBe(length);
        (words.Length * Math.Log2(known.Distinct().Count())).ShouldBeGreaterThanOrEqualTo(60);
        ((words.Length - 1) * Math.Log2(known.Count)).ShouldBeLessThan(60);
        var made = Enumerable.Range(0, 2_000).SelectMany(_ => words.New()).ToList();
        made.Distinct().Count().ShouldBeGreaterThan((int)(known.Count * 0.99), "every word is drawn");
        words.Unknown(made).ShouldBeEmpty();
        ReturnRules.Flaws(folder.Read<ReturnRules>(ReturnRules.File), folder).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task An_anonymous_caller_comes_back_with_words_and_the_contacts_are_joined_both_ways(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var earlier = await julia.TellAsync();
        var words = await MakeAsync(julia, earlier);
        words.Length.ShouldBe(7);
        await julia.GoAsync(earlier);
        julia.Text.ShouldNotContain(string.Join(' ', words));

        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var later = await carmen.OpenContactAsync();
        await ReturnAsync(carmen, later, $"  {words[0].ToUpperInvariant()}, {string.Join("  ", words[1..])}. ");
        carmen.Path.ShouldBe(later);
        Related(carmen).ShouldBe([earlier]);
        await carmen.GoAsync(earlier);
        Related(carmen).ShouldBe([later]);
        carmen.Words.ShouldContain(app.Text("contact.related.later"));
        var returned = (await app.AuditAsync("contact.returned")).ShouldHaveSingleItem();
        (returned.About, returned.Under).ShouldBe((Line.Id(later), (Guid?)Line.Id(earlier)));
        foreach (var one in await app.AuditAsync("contact.returned", "contact.return-secret-made"))
            words.ShouldAllBe(w => !one.Data.Contains(w));

        // Said again it is joined already.
        await ReturnAsync(carmen, later, string.Join(' ', words));
        (await app.CountAsync("contact.returned")).ShouldBe(1);
        await carmen.GoAsync(later);
        await carmen.GoAsync(carmen.Page.QuerySelector("#related a[href*='/unlink/']")!.GetAttribute("href")!);
        var unlink = carmen.Path;
        await carmen.SendAsync();
        Related(carmen).ShouldBeEmpty();
        (await app.AuditAsync("contact.unlinked")).ShouldHaveSingleItem().Under.ShouldBe(Line.Id(earlier));
        await carmen.GoAsync(unlink);
        await carmen.SendAsync();
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        await ReturnAsync(carmen, later, string.Join(' ', words));
        Related(carmen).ShouldBe([earlier]);
    }

    [Theory, OnEveryDatabase]
    public async Task Words_stop_working_when_others_are_given_and_when_their_time_is_over(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var earlier = await julia.OpenContactAsync();
        var first = await MakeAsync(julia, earlier);
        var second = await MakeAsync(julia, earlier);
        var later = await julia.OpenContactAsync();
        await ReturnAsync(julia, later, string.Join(' ', first));
        (julia.Status, await app.CountAsync("contact.returned")).ShouldBe((HttpStatusCode.Conflict, 0));
        julia.Words.ShouldContain(app.Text("contact.returning.none"));
        await ReturnAsync(julia, earlier, string.Join(' ', second));
        julia.Words.ShouldContain(app.Text("contact.returning.same"));

        app.Clock.Advance(TimeSpan.FromDays(367));
        julia = await app.SignedInAsync(TestApp.Operator);
        await ReturnAsync(julia, later, string.Join(' ', second));
        (julia.Status, await app.CountAsync("contact.returned")).ShouldBe((HttpStatusCode.Conflict, 0));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_misheard_is_asked_again_and_what_is_wrong_cannot_be_tried_often(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var earlier = await julia.OpenContactAsync();
        var words = await MakeAsync(julia, earlier);
        var later = await julia.OpenContactAsync();
        foreach (var (typed, key, detail) in ((string, string, object)[])[
            ("", "contact.returning.missing", 0), ("xilofon " + string.Join(' ', words[1..]), "contact.returning.unknown", "xilofon"),
            (string.Join(' ', words[1..]), "contact.returning.length", 7)])
        {
            await ReturnAsync(julia, later, typed);
            julia.Status.ShouldBe(HttpStatusCode.BadRequest);
            julia.Words.ShouldContain(app.Text(key, detail));
            julia.Text.ShouldContain(typed);
        }
        (await app.CountAsync("contact.return-refused")).ShouldBe(0, "what cannot be a secret guesses nothing");

        var wrong = string.Join(' ', Enumerable.Repeat(words[0], 7));
        for (var i = 0; i < ReturnDesk.MostOfOne; i++)
            await ReturnAsync(julia, later, wrong);
        foreach (var one in await app.AuditAsync("contact.return-refused"))
            one.Data.ShouldNotContain(words[0]);
        (await app.CountAsync("contact.return-refused")).ShouldBe(ReturnDesk.MostOfOne);
        await ReturnAsync(julia, later, string.Join(' ', words));
        julia.Words.ShouldContain(app.Text("contact.returning.too-often", 15));
        (await app.CountAsync("contact.returned")).ShouldBe(0);

        // Four more of them, and the line as a whole has tried enough.
        for (var person = 0; person < 3; person++)
        {
            var other = await app.SignedInAsAsync(Role.Operator);
            for (var i = 0; i < ReturnDesk.MostOfOne; i++)
                await ReturnAsync(other, later, wrong);
        }
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await ReturnAsync(carmen, later, string.Join(' ', words));
        carmen.Words.ShouldContain(app.Text("contact.returning.too-often", 15));
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        carmen = await app.SignedInAsync(TestApp.Supervisor);
        app.Clock.Advance(ReturnDesk.Within);
        carmen = await app.SignedInAsync(TestApp.Supervisor);
        await ReturnAsync(carmen, later, string.Join(' ', words));
        Related(carmen).ShouldBe([earlier]);
    }

    [Theory, OnEveryDatabase]
    public async Task Words_of_another_line_join_and_show_nothing_of_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var other = await app.SignedInAsAsync(Role.Operator, "pnp-trata-nacional");
        var foreign = await other.TellAsync();
        var words = await MakeAsync(other, foreign);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var later = await julia.OpenContactAsync();
        await ReturnAsync(julia, later, string.Join(' ', words));
        julia.Words.ShouldContain(app.Text("contact.related.other-line"));
        Related(julia).ShouldBeEmpty();
        julia.Words.ShouldNotContain((await app.ContactAsync(foreign)).Reference);
        await julia.GoAsync(foreign);
        julia.Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in (string[])["/return-secret", "/returning", $"/unlink/{Line.Id(later):N}"])
        {
            await julia.GoAsync(foreign + page);
            julia.Status.ShouldBe(HttpStatusCode.NotFound, page);
            await julia.GoAsync(later);
            await julia.PostAsync(foreign + page, ("__RequestVerificationToken", julia.Token!), ("Words", string.Join(' ', words)));
            julia.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task No_other_role_gives_words_or_takes_them(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var contact = await (await app.SignedInAsync(TestApp.Operator)).OpenContactAsync();
        foreach (var role in Role.All.Except([Role.Operator, Role.Supervisor]))
        {
            var other = await app.SignedInAsAsync(role);
            foreach (var page in (string[])["/return-secret", "/returning", $"/unlink/{Line.Id(contact):N}"])
            {
                await other.GoAsync(contact + page);
                other.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {page}");
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_words_lie_nowhere_and_the_same_form_sent_twice_draws_once(string database)
    {
        using var watched = new Watched();
        await using var app = await TestApp.StartAsync(database, watched.Join);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.OpenContactAsync();
        await julia.GoAsync(contact + "/return-secret");
        var form = julia.Page.QuerySelectorAll("main input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToArray();
        await julia.PostAsync(contact + "/return-secret", form);
        var words = Said(julia);
        await julia.PostAsync(contact + "/return-secret", form);
        julia.Path.ShouldBe(contact);
        (await app.CountAsync("contact.return-secret-made")).ShouldBe(1);
        var later = await julia.OpenContactAsync();
        await ReturnAsync(julia, later, string.Join(' ', words));
        foreach (var (where, said) in await Stored.AllAsync(app))
            watched.Say(where, said);
        watched.Said.Count(s => s.Where.StartsWith("stored", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        foreach (var looked in (string[])[string.Join(' ', words), ReturnWords.Digest(words)])
            watched.Said.Where(s => s.Said.Contains(looked, StringComparison.OrdinalIgnoreCase)).Select(s => s.Where).ShouldBeEmpty();
    }

    private static async Task<string[]> MakeAsync(Browser browser, string contact)
    {
        await browser.GoAsync(contact + "/return-secret");
        await browser.SendAsync();
        browser.Status.ShouldBe(HttpStatusCode.OK);
        return Said(browser);
    }

    private static async Task ReturnAsync(Browser browser, string contact, string words)
    {
        await browser.GoAsync(contact + "/returning");
        await browser.SendAsync(("Words", words));
    }

    private static string[] Said(Browser browser) => [.. browser.Page.QuerySelectorAll("#words li").Select(li => li.TextContent.Trim())];

    private static string[] Related(Browser browser) => [.. browser.Page.QuerySelectorAll("#related li > a[href^='/contacts/']:first-child").Select(a => a.GetAttribute("href")!)];
}
