using System.Net;
using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Support;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals;

/// <summary>Handing over without danger: purpose, office, basis, and exactly what leaves.</summary>
public class SendTests
{
    [Theory, OnEveryDatabase]
    public async Task What_the_preview_shows_is_what_is_stored(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        await julia.GoAsync(contact + "/refer?purpose=investigate");
        var office = julia.Page.QuerySelector("input[name=Office]")!.GetAttribute("value")!;
        await julia.GoAsync($"{contact}/refer?purpose=investigate&office={office}&basis=legal-mandate");
        var shown = julia.Page.QuerySelectorAll("form dl.facts dd").Select(d => d.TextContent.Trim()).ToList();
        shown.ShouldContain(Line.Place);
        shown.ShouldContain(Line.Account);
        await julia.SendAsync();
        julia.Path.ShouldBe(contact);

        var sent = await app.InAsync(db => db.Referrals.AsNoTracking().Include(r => r.Shared).SingleAsync());
        (sent.Urgency, sent.Basis.Value, sent.Purpose.Value, sent.To.ToString()).ShouldBe((Urgency.Ordinary, "legal-mandate", "investigate", office));
        var seals = app.Services.GetRequiredService<Seals>();
        sent.Shared.Count.ShouldBe(shown.Count);
        var words = sent.Shared.Where(f => f.Codes is null).Select(f => seals.Open(sent.Id, SharedFact.SealedAs(f.Field), f.Words)).ToList();
        words.ShouldBeSubsetOf(shown);
        words.ShouldContain(Line.Place);
        await julia.GoAsync($"/referrals/{sent.Id}");
        shown.Where(fact => !julia.Words.Contains(fact, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Without_basis_office_or_purpose_nothing_leaves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        await julia.GoAsync(contact + "/refer?purpose=investigate");
        var office = julia.Page.QuerySelector("input[name=Office]")!.GetAttribute("value")!;
        foreach (var (fields, status) in (((string, string)[], HttpStatusCode)[])[
            ([("Office", office)], HttpStatusCode.BadRequest), ([("Basis", "legal-mandate")], HttpStatusCode.BadRequest),
            ([("Office", office), ("Basis", "made-up")], HttpStatusCode.Conflict),
            ([("Office", OfficeId.New().ToString()), ("Basis", "legal-mandate")], HttpStatusCode.Conflict)])
        {
            await julia.PostAsync(contact + "/refer?purpose=investigate", [("__RequestVerificationToken", await TokenAsync(julia)), .. fields]);
            julia.Status.ShouldBe(status);
        }
        await julia.PostAsync(contact + "/refer?purpose=made-up", ("__RequestVerificationToken", await TokenAsync(julia)), ("Office", office), ("Basis", "legal-mandate"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("referral.sent")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_agency_that_must_never_be_told_is_not_offered_and_not_told(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        await julia.GoAsync(contact + "/refer?purpose=investigate");
        var office = julia.Page.QuerySelector("input[name=Office]")!.GetAttribute("value")!;
        var agency = await app.InAsync(db => db.Offices.Where(o => o.Id == OfficeId.Parse(office, null)).Select(o => o.Agency).SingleAsync());
        await julia.GoAsync(contact + "/safety");
        await julia.SendAsync(("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", agency.ToString()));
        julia.Path.ShouldBe(contact);
        await julia.GoAsync(contact + "/refer?purpose=investigate");
        var offered = julia.Page.QuerySelectorAll("input[name=Office]").Select(o => OfficeId.Parse(o.GetAttribute("value")!, null)).ToList();
        (await app.InAsync(db => db.Offices.AnyAsync(o => offered.Contains(o.Id) && o.Agency == agency))).ShouldBeFalse();
        await julia.PostAsync(contact + "/refer?purpose=investigate", ("__RequestVerificationToken", await TokenAsync(julia)), ("Office", office), ("Basis", "legal-mandate"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("referral.sent")).ShouldBe(0);
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        await browser.GoAsync("/home");
        return browser.Token!;
    }
}
