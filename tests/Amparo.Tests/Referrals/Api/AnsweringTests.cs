using System.Net;
using Amparo.Platform.Protection;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals.Api;

/// <summary>An agency's program answers: the same acts, rules and refusals as on the pages.</summary>
public class AnsweringTests
{
    private static readonly string[] Acts = ["see", "accept", "decline", "act", "arrive", "outcome"];

    [Theory, OnEveryDatabase]
    public async Task A_referral_is_received_read_answered_and_reported(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, path) = await julia.DeclareDangerAsync(app);
        var (key, text) = await app.KeyAsync();
        using var partner = app.PartnerWith(text);

        var list = await partner.GetAsync("/referrals?state=sent");
        var waiting = list.Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        waiting.GetProperty("id").GetGuid().ShouldBe(Line.Id(path));
        waiting.GetProperty("urgency").GetString().ShouldBe("danger");
        waiting.GetProperty("sentAt").GetString()!.ShouldEndWith("Z");
        waiting.GetProperty("answerBy").GetDateTimeOffset().ShouldBeGreaterThan(app.Clock.GetUtcNow());
        list.Text.ShouldNotContain(Line.Place);

        var closed = await partner.GetAsync(path);
        (closed["withheld"], closed.Json.GetProperty("facts").GetArrayLength()).ShouldBe(("referral.open-first", 0));
        (await partner.PostAsync(path + "/see")).Status.ShouldBe(HttpStatusCode.OK);
        var read = await partner.GetAsync(path);
        read.Json.GetProperty("facts").EnumerateArray().ShouldContain(f => f.GetProperty("field").GetString() == "place" && f.GetProperty("words").GetString() == Line.Place);
        read.Json.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "area").GetProperty("codes")[0].GetString()!.ShouldNotBeEmpty();
        read.Text.ShouldNotContain(Line.Id(contact).ToString(), customMessage: "the contact is the line's");

        (await partner.PostAsync(path + "/accept", new { note = "Sale la patrulla" }))["state"].ShouldBe("accepted");
        (await partner.PostAsync(path + "/act"))["actedAt"].ShouldNotBeNull();
        (await partner.PostAsync(path + "/arrive"))["arrivedAt"].ShouldNotBeNull();
        var ended = await partner.PostAsync(path + "/outcome", new { outcome = "people-rescued", people = 3, note = "Tres mujeres" });
        (ended["state"], ended["outcome"], ended["people"]).ShouldBe(("ended", "people-rescued", "3"));
        (await partner.GetAsync(path))["withheld"].ShouldBe("referral.over");

        string[] happened = ["referral.seen", "referral.accepted", "referral.acted", "referral.arrived", "referral.outcome-reported"];
        (await app.AuditAsync(happened)).Select(e => (e.Event, e.By)).ShouldBe(happened.Select(e => (e, (Guid?)key.Value)));
        (await app.AuditAsync("field.read")).ShouldContain(e => e.By == key.Value && e.About == Line.Id(path), "a reading is on record");
        await julia.GoAsync(path);
        julia.Words.ShouldContain("Tres mujeres");
        julia.Words.ShouldContain("Sistema de prueba", Case.Sensitive, "the timeline names the program");
    }

    [Theory, OnEveryDatabase]
    public async Task Each_act_needs_its_scope(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        foreach (var scope in Partner.AllScopes)
        {
            using var partner = await app.PartnerAsync(scopes: [scope]);
            foreach (var act in Acts)
            {
                var needs = act switch { "see" => "referrals:read", "accept" or "decline" => "referrals:answer", _ => "referrals:report" };
                // No body: what may be done stops at the first missing member or rule, so that the next act finds the same referral.
                var answer = await partner.PostAsync($"{path}/{act}", """{"note":7}""");
                (answer.Status == HttpStatusCode.Forbidden).ShouldBe(scope != needs, $"{act} with {scope}: {answer.Status}");
            }
            (await partner.GetAsync(path)).Status.ShouldBe(scope == "referrals:read" ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            (await partner.GetAsync("/referrals")).Status.ShouldBe(scope == "referrals:read" ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            (await partner.GetAsync("/codes/outcomes")).Status.ShouldBe(scope == "referrals:read" ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_office_received_is_not_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var station = await app.PartnerAsync("comisaria-piura");
        (await station.GetAsync("/referrals")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        foreach (var to in (string[])[path, $"/referrals/{ReferralId.New()}", "/referrals/1"])
        {
            (await station.GetAsync(to)).Status.ShouldBe(HttpStatusCode.NotFound, to);
            foreach (var act in Acts)
                (await station.PostAsync($"{to}/{act}", new { reason = "no-capacity", outcome = "other" })).Status.ShouldBe(HttpStatusCode.NotFound, $"{to}/{act}");
        }
        (await app.AuditAsync("referral.seen", "referral.accepted", "referral.declined")).ShouldBeEmpty();
        using var lima = await app.PartnerAsync("pnp-trata-lima");
        (await lima.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var whole = await app.PartnerAsync("pnp-trata-lima", allOffices: true);
        (await whole.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, "the unit of Piura is an office of the same agency");
    }

    [Theory, OnEveryDatabase]
    public async Task A_broken_rule_is_a_conflict_with_a_stable_code(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        foreach (var act in (string[])["act", "arrive"])
            (await partner.PostAsync($"{path}/{act}")).Code.ShouldBe("referral.accept-first");
        (await partner.PostAsync(path + "/outcome", new { outcome = "other" })).Code.ShouldBe("referral.accept-first");
        var noNote = await partner.PostAsync(path + "/decline", new { reason = "other" }, ("Accept-Language", "en"));
        (noNote.Status, noNote.Type, noNote.Code).ShouldBe((HttpStatusCode.Conflict, "application/problem+json", "referral.decline.note-missing"));
        noNote["detail"].ShouldNotBe(app.Text("referral.decline.note-missing"), "people get it in their language");
        (await partner.PostAsync(path + "/accept")).Status.ShouldBe(HttpStatusCode.OK);
        (await partner.PostAsync(path + "/accept")).Code.ShouldBe("referral.accepted-already");
        (await partner.PostAsync(path + "/decline", new { reason = "no-capacity" })).Code.ShouldBe("referral.accepted-already");
        (await partner.PostAsync(path + "/act")).Status.ShouldBe(HttpStatusCode.OK);
        (await partner.PostAsync(path + "/act")).Code.ShouldBe("referral.act.already");
        (await partner.PostAsync(path + "/arrive")).Status.ShouldBe(HttpStatusCode.OK);
        (await partner.PostAsync(path + "/arrive")).Code.ShouldBe("referral.arrive.already");
        (await partner.PostAsync(path + "/outcome", new { outcome = "no-one-found" }))["state"].ShouldBe("ended");
        foreach (var act in (string[])["accept", "act", "arrive"])
            (await partner.PostAsync($"{path}/{act}")).Code.ShouldBe("referral.ended-already", act);
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_declined_referral_says_why_and_its_note_is_sealed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        var declined = await partner.PostAsync(path + "/decline", new { reason = "already-known", note = "  Lo lleva otra unidad  " });
        (declined["state"], declined["declineReason"]).ShouldBe(("declined", "already-known"));
        var stored = await app.ReferralAsync(path);
        ((Seals)app.Services.GetService(typeof(Seals))!).Open(stored.Id, nameof(Referral.Note), stored.Note).ShouldBe("Lo lleva otra unidad");
        (await app.AuditAsync("referral.declined")).ShouldHaveSingleItem().Data.ShouldNotContain("otra unidad");
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_paged_in_the_order_of_sending(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        List<Guid> sent = [];
        for (var i = 0; i < 5; i++)
            sent.Add(Line.Id((await julia.DeclareDangerAsync(app)).Referral));
        using var partner = await app.PartnerAsync();
        List<Guid> got = [];
        string? after = null;
        for (var pages = 0; pages < 4; pages++)
        {
            var page = await partner.GetAsync($"/referrals?limit=2{(after is null ? "" : $"&after={after}")}");
            got.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            if ((after = page["next"]) is null)
                break;
        }
        got.ShouldBe(sent);
        await partner.PostAsync($"/referrals/{sent[2]}/accept");
        (await partner.GetAsync("/referrals?state=sent")).Json.GetProperty("items").GetArrayLength().ShouldBe(4);
        foreach (var bad in (string[])["?state=nothing", "?after=x", "?limit=many"])
            (await partner.GetAsync("/referrals" + bad)).Status.ShouldBe(HttpStatusCode.BadRequest, bad);
        (await partner.GetAsync("/referrals?limit=-3")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_codes_are_those_of_the_pack(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var partner = await app.PartnerAsync();
        foreach (var (list, code) in ((string, string)[])[("decline-reasons", "no-capacity"), ("outcomes", "people-rescued"), ("purposes", "rescue"), ("bases", "vital-interest"), ("fields", "place")])
            (await partner.GetAsync("/codes/" + list, ("Accept-Language", "en"))).Json.GetProperty("items").EnumerateArray().ShouldContain(c => c.GetProperty("code").GetString() == code, list);
        (await partner.GetAsync("/codes/tiers")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
