using System.Net;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Contacts;

/// <summary>Places, lists, telephone numbers, drafts.</summary>
public class FindingTests
{
    [Theory, OnEveryDatabase]
    public async Task A_place_is_found_with_or_without_accents_and_an_unknown_one_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.GoAsync(path + "/place");
        await julia.SendAsync(("Input.Area", "Nowherelandia"), ("Input.Place", "Al fondo"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("contact.place.not-found"));
        julia.Text.ShouldContain("Al fondo");
        (await app.ContactAsync(path)).Area.ShouldBeNull();
        List<string?> found = [];
        foreach (var typed in (string[])["Áncash", "ancash", "ANCASH"])
        {
            await julia.GoAsync(path + "/place");
            await julia.SendAsync(("Input.Area", typed));
            found.Add((await app.ContactAsync(path)).Area?.Value);
        }
        found.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Another_place_of_the_same_name_is_one_button_away(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.SendFormAsync("/place", ("Input.Area", "piura"));
        var first = (await app.ContactAsync(path)).Area;
        var other = julia.Page.QuerySelector("#place button[name='Input.Code']")!.GetAttribute("value")!;
        await julia.SendFormAsync("/place", ("Input.Area", "Piura"), ("Input.Code", other));
        julia.Path.ShouldBe(path);
        var second = (await app.ContactAsync(path)).Area;
        second?.Value.ShouldBe(other);
        second.ShouldNotBe(first);
    }

    [Theory, OnEveryDatabase]
    public async Task A_list_too_long_to_be_counted_says_so_and_is_read_to_its_end(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var first = await julia.OpenContactAsync();
        await julia.GoAsync("/contacts");
        julia.Page.QuerySelector("nav.pager").ShouldBeNull("one page");
        await OpenAsync(app, first, 1_010);
        await julia.GoAsync("/contacts?p=40");
        julia.Words.ShouldContain("Más de 1");
        julia.Page.QuerySelector("nav.pager")!.TextContent.ShouldContain(app.Text("pager.page", 40));
        await julia.GoAsync(julia.Page.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href")!);
        // 1 and 1,010: 41 pages, of which the last holds eleven.
        julia.Page.QuerySelectorAll("table.books tbody tr").Length.ShouldBe(11);
        julia.Page.QuerySelectorAll($"a[href='{first}']").Length.ShouldBe(1, "the oldest stands last");
        julia.Page.QuerySelector("nav.pager a[rel=next]").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_caller_is_found_by_their_number_however_it_is_written(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", "+51 961-357-924"));
        await julia.OpenContactAsync();
        foreach (var typed in (string[])["961357924", "961 357 924", "(+51) 961.357.924", "0051961357924"])
        {
            await SearchAsync(julia, ("Words", typed));
            Found(julia).ShouldBe([path], typed);
        }
        foreach (var typed in (string[])["961357925", "Julia", "9613"])
        {
            await SearchAsync(julia, ("Words", typed));
            Found(julia).ShouldBeEmpty(typed);
        }
        var reference = (await app.ContactAsync(path)).Reference;
        await SearchAsync(julia, ("Words", $" {reference.Replace("-", "").ToLowerInvariant()} "));
        Found(julia).ShouldBe([path]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_filtered_and_paged(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (danger, _) = await julia.DeclareDangerAsync(app);
        var closed = await julia.OpenContactAsync();
        await julia.SendFormAsync("Dismiss", ("Input.Outcome", "silent"));
        await julia.PostFromAsync("/contacts/open", "/contacts/open", ("Channel", "message"));
        var message = julia.Path;
        for (var i = 0; i < 24; i++)
            await julia.OpenContactAsync();
        await SearchAsync(julia, ("State", "danger"));
        Found(julia).ShouldBe([danger]);
        await SearchAsync(julia, ("State", "closed"));
        Found(julia).ShouldBe([closed]);
        await SearchAsync(julia, ("Channel", "message"));
        Found(julia).ShouldBe([message]);
        await SearchAsync(julia, ("Until", "2026-11-20"));
        Found(julia).ShouldBeEmpty();
        await julia.GoAsync("/contacts");
        var first = Found(julia);
        first.Length.ShouldBe(25);
        await julia.GoAsync(julia.Page.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href")!);
        Found(julia).Length.ShouldBe(2);
        Found(julia).Intersect(first).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_grows_is_its_authors_own_and_ends_when_the_account_is_saved(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        var token = ("__RequestVerificationToken", julia.Token!);
        await julia.PostAsync(path + "/account?handler=Draft", token, ("Input.Account", "Primera frase"));
        await julia.PostAsync(path + "/account?handler=Draft", token, ("Input.Suspect", "Un taxi blanco"));
        await julia.GoAsync(path);
        julia.Text.ShouldContain("Primera frase");
        julia.Text.ShouldContain("Un taxi blanco");
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(path);
        carmen.Text.ShouldNotContain("Primera frase");
        (await app.CountAsync("contact.account-taken")).ShouldBe(0);
        await julia.SendFormAsync("/account", ("Input.Account", "Lo que queda"));
        (await app.InAsync(db => db.Set<Amparo.Platform.Acts.Draft>().CountAsync())).ShouldBe(0);
        julia.Text.ShouldContain("Lo que queda");
        julia.Text.ShouldNotContain("Primera frase");
    }

    private static async Task SearchAsync(Browser julia, params (string, string)[] fields)
    {
        await julia.GoAsync("/contacts");
        var form = julia.Page.QuerySelector("form[role=search]")!;
        foreach (var (name, _) in fields)
            form.QuerySelector($"[name='{name}']").ShouldNotBeNull($"the form has a field {name}");
        await julia.PostAsync(form.GetAttribute("action")!, [("__RequestVerificationToken", julia.Token!), .. fields]);
        julia.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string[] Found(Browser julia) =>
        [.. julia.Page.QuerySelectorAll("#contacts tbody th a").Select(a => a.GetAttribute("href")!)];

    private static Task<int> OpenAsync(TestApp app, string like, int times) => app.InAsync(async db =>
    {
        var first = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == new ContactId(Line.Id(like)));
        var julia = new Viewer(first.TakenBy, first.Agency, null, null, [Role.Operator]);
        var later = Enumerable.Range(1, times).Select(i => Contact.Open(julia, new Code("call"), first.OpenedAt.AddSeconds(i))).ToList();
        db.Contacts.AddRange(later.Select(l => l.Contact));
        await db.RecordAsync(later[^1].Opened, default);
        return later.Count;
    });
}
