using System.Net;
using Amparo.Accounts.ApiKeys;
using Amparo.Platform.Permissions;
using Amparo.Tests.Host;
using Amparo.Tests.Referrals;
using Amparo.Tests.Referrals.Api;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public class ApiKeyTests
{
    [Theory, OnEveryDatabase]
    public async Task A_key_is_shown_once_stored_as_a_hash_and_opens_what_its_office_received(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        var text = await MakeAsync(app, ana);
        var key = await app.InAsync(db => db.Set<ApiKey>().AsNoTracking().SingleAsync());
        text.ShouldStartWith(ApiKey.Mark + key.Prefix);
        (44 * Math.Log2(62)).ShouldBeGreaterThan(256);
        text.Length.ShouldBe(ApiKey.Mark.Length + key.Prefix.Length + 44);
        key.Hash.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)));
        var made = (await app.AuditAsync("api-key.made")).ShouldHaveSingleItem();
        (made.About, made.By).ShouldBe((key.Id.Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value));
        made.Data.ShouldContain("referrals.read");
        made.Data.ShouldNotContain("Mesa de partes");
        await ana.GoAsync("/api-keys");
        ana.Words.ShouldContain("Mesa de partes");
        ana.Words.ShouldContain(app.Text("api-keys.never"));
        ana.Text.ShouldNotContain(text);

        using var partner = app.PartnerWith(text);
        (await partner.GetAsync(referral)).Status.ShouldBe(HttpStatusCode.OK);
        await ana.GoAsync("/api-keys");
        ana.Words.ShouldNotContain(app.Text("api-keys.never"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_was_revoked_ran_out_or_is_another_opens_nothing(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        var text = await MakeAsync(app, ana);
        using var partner = app.PartnerWith(text);
        (await partner.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.OK);
        await ana.GoAsync("/api-keys");
        var revoke = ana.Page.QuerySelector("a[href$='/revoke']")!.GetAttribute("href")!;
        await ana.GoAsync(revoke);
        await ana.SendAsync();
        ana.Path.ShouldBe("/api-keys");
        ana.Words.ShouldContain(app.Text("api-keys.revoked"));
        var refused = await partner.GetAsync("/referrals");
        (refused.Status, refused.Type).ShouldBe((HttpStatusCode.Unauthorized, "application/problem+json"));
        (await app.AuditAsync("api-key.revoked")).ShouldHaveSingleItem().About.ToString("N").ShouldBe(revoke.Split('/')[2]);
        await ana.GoAsync(revoke);
        await ana.SendAsync();
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("api-keys.revoked-already"));

        using var other = app.PartnerWith((await app.KeyAsync()).Text);
        (await other.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var wrong in (string?[])[null, "", "amp_", text[..^1] + (text[^1] == 'a' ? 'b' : 'a'), text + "a", "nothing"])
        {
            using var stranger = app.PartnerWith(string.IsNullOrEmpty(wrong) ? null : wrong);
            (await stranger.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.Unauthorized, wrong);
        }
        app.Clock.Advance(TimeSpan.FromDays(31));
        (await other.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_goes_with_its_office_and_one_of_an_agency_with_its_last(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var office = await app.OfficeAsync("pnp-trata-piura");
        using var own = await app.PartnerAsync();
        using var agencys = await app.PartnerAsync(allOffices: true);
        using var prosecutors = await app.PartnerAsync(Handing.Prosecutor);
        async Task<(HttpStatusCode Own, HttpStatusCode Agencys, HttpStatusCode Prosecutors)> AskAsync() =>
            ((await own.GetAsync("/referrals")).Status, (await agencys.GetAsync("/referrals")).Status, (await prosecutors.GetAsync("/referrals")).Status);
        (await AskAsync()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));
        await SetAsync(app, isActive: false, o => o.Id == office.Id);
        (await AskAsync()).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK));
        await SetAsync(app, isActive: false, o => o.Agency == office.Agency);
        (await AskAsync()).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        await SetAsync(app, isActive: true, o => o.Id == office.Id);
        (await AskAsync()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Theory, OnEveryDatabase]
    public async Task Only_administrators_make_keys_and_only_for_those_they_administer(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (foreign, _) = await app.KeyAsync();
        foreach (var role in Role.All.Except([Role.Administrator]))
        {
            var other = await app.SignedInAsAsync(role);
            foreach (var page in (string[])["/api-keys", "/api-keys/add", $"/api-keys/{foreign}/revoke"])
            {
                await other.GoAsync(page);
                other.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {page}");
            }
        }
        var line = await app.LineAsync();
        var offices = await app.InAsync(db => db.Set<Amparo.Providers.Office>().ToListAsync());
        var police = await app.OfficeAsync("pnp-trata-piura");
        var elsewhere = offices.First(o => o.Agency != police.Agency && o.Agency.ToString() != line);
        var own = await app.SignedInAsAsync(Role.Administrator, elsewhere.Code);
        await own.GoAsync("/api-keys");
        own.Words.ShouldNotContain("Sistema de prueba");
        await own.GoAsync($"/api-keys/{foreign}/revoke");
        own.Status.ShouldBe(HttpStatusCode.NotFound);
        await own.GoAsync("/api-keys/add");
        await own.SendAsync(("Name", "Otro"), ("Agency", police.Agency.ToString()), ("Office", police.Id.ToString()), ("Scopes", "referrals:read"), ("Until", "2026-12-31"));
        own.Status.ShouldBe(HttpStatusCode.NotFound);
        await own.GoAsync("/api-keys/add");
        await own.SendAsync(("Name", "Otro"), ("Agency", elsewhere.Agency.ToString()), ("Office", police.Id.ToString()), ("Scopes", "referrals:read"), ("Until", "2026-12-31"));
        own.Words.ShouldContain(app.Text("api-keys.office-other"));
        (await app.CountAsync("api-key.made")).ShouldBe(1);
        (await app.CountAsync("api-key.revoked")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        foreach (var (field, value, key) in ((string, string, string)[])[
            ("Scopes", "", "api-keys.scopes-missing"), ("Scopes", "everything", "api-keys.scopes-missing"), ("Until", "2028-01-01", "api-keys.until-range"),
            ("Until", "2020-01-01", "api-keys.until-range"), ("Until", "9999-12-31", "api-keys.until-range"), ("Name", "", "field.required"), ("Office", "", "users.office-missing")])
        {
            await ana.GoAsync("/api-keys/add");
            await ana.SendAsync([.. (await FieldsAsync(app)).Where(f => f.Name != field), (field, value)]);
            ana.Words.ShouldContain(app.Text(key, ApiKey.MostDays), Case.Sensitive, $"{field}={value}");
            if (field != "Name")
                ana.Text.ShouldContain("Mesa de partes");
        }
        (await app.CountAsync("api-key.made")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_form_sent_twice_makes_one_key(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/api-keys/add");
        var form = ana.Page.QuerySelectorAll("main input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        await ana.PostAsync("/api-keys/add", [.. form, .. await FieldsAsync(app)]);
        ana.Page.QuerySelector("#key").ShouldNotBeNull();
        await ana.PostAsync("/api-keys/add", [.. form, .. await FieldsAsync(app)]);
        ana.Path.ShouldBe("/api-keys");
        (await app.CountAsync("api-key.made")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_stands_in_no_log_no_trace_no_metric_and_nowhere_in_the_database(string database)
    {
        using var watched = new Watched();
        await using var app = await TestApp.StartAsync(database, watched.Join);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var text = await MakeAsync(app, await app.SignedInAsync(TestApp.Administrator));
        using var partner = app.PartnerWith(text);
        foreach (var path in (string[])["/referrals", referral, "/nothing", "/codes/outcomes"])
            await partner.GetAsync(path);
        foreach (var act in (string[])["see", "accept", "accept", "decline", "act"])
            await partner.PostAsync($"{referral}/{act}", act == "decline" ? "{" : null, ("Idempotency-Key", act));
        using var wrong = app.PartnerWith(text[..^1] + "~");
        await wrong.GetAsync("/referrals");
        foreach (var (where, said) in await Stored.AllAsync(app))
            watched.Say(where, said);
        watched.Said.Count(s => s.Where.StartsWith("stored", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        watched.Said.Count(s => s.Where.StartsWith("log", StringComparison.Ordinal)).ShouldBeGreaterThan(100);
        var secret = text[(ApiKey.Mark.Length + 8)..^1];
        watched.Said.Where(s => s.Said.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(s => s.Where).Distinct().ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_cookie_opens_no_endpoint_and_a_key_no_page(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync("/api/v1/referrals");
        luis.Status.ShouldBe(HttpStatusCode.Unauthorized);
        // Also after a while away: what asks with a cookie is not sent to a page.
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await luis.GoAsync("/api/v1/referrals");
        luis.Way.ShouldBe([HttpStatusCode.Unauthorized]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await app.KeyAsync()).Text);
        (await http.GetAsync("/referrals")).Headers.Location!.ToString().ShouldStartWith("/sign-in");
    }

    // No page closes an office yet.
    private static Task<bool> SetAsync(TestApp app, bool isActive, System.Linq.Expressions.Expression<Func<Amparo.Providers.Office, bool>> which) => app.InAsync(async db =>
    {
        var offices = await db.Set<Amparo.Providers.Office>().Where(which).ToListAsync();
        offices.ForEach(o => db.Entry(o).Property(x => x.Active).CurrentValue = isActive);
        await db.RecordAsync(offices[0].ChangeDuty(offices[0].Duty), default);
        return true;
    });

    private static async Task<string> MakeAsync(TestApp app, Browser ana)
    {
        await ana.GoAsync("/api-keys/add");
        await ana.SendAsync(await FieldsAsync(app));
        ana.Status.ShouldBe(HttpStatusCode.OK);
        return ana.Page.QuerySelector("#key")!.TextContent;
    }

    private static async Task<(string Name, string Value)[]> FieldsAsync(TestApp app)
    {
        var office = await app.OfficeAsync("pnp-trata-piura");
        return
        [
            ("Name", "Mesa de partes"), ("Agency", office.Agency.ToString()), ("Office", office.Id.ToString()),
            ("Scopes", "referrals:read"), ("Scopes", "referrals:answer"), ("Until", "2026-12-31"),
        ];
    }
}
