using System.Net;
using Amparo.Accounts;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals.Api;

/// <summary>Trying again, two at once, too often.</summary>
public class RepeatingTests
{
    [Theory, OnEveryDatabase]
    public async Task The_same_request_with_the_same_key_acts_once_and_is_answered_alike(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        (string, string) once = ("Idempotency-Key", "\"a-1\"");
        var before = (await partner.GetAsync(path)).Tag!;
        var first = await partner.PostAsync(path + "/accept", new { note = "Vamos" }, once, ("If-Match", before));
        var second = await partner.PostAsync(path + "/accept", new { note = "Vamos" }, once, ("If-Match", before));
        (first.Status, second.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        second.Text.ShouldBe(first.Text);
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_key_on_another_request_is_never_taken_for_done(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, one) = await julia.DeclareDangerAsync(app);
        var (_, other) = await julia.DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        (string, string) once = ("Idempotency-Key", "k");
        (await partner.PostAsync(one + "/accept", null, once)).Status.ShouldBe(HttpStatusCode.OK);
        (await partner.PostAsync(one + "/accept", new { note = "Otra" }, once)).Code.ShouldBe("referral.accepted-already");
        (await partner.PostAsync(one + "/decline", new { reason = "no-capacity" }, once)).Code.ShouldBe("referral.accepted-already");
        (await partner.PostAsync(other + "/accept", null, once))["state"].ShouldBe("accepted");
        using var another = await app.PartnerAsync();
        (await another.PostAsync(one + "/accept", null, once)).Code.ShouldBe("referral.accepted-already", "another program's key is its own");
        foreach (var key in (string[])[new string('k', 201), "con espacio"])
            (await partner.PostAsync(one + "/act", null, ("Idempotency-Key", key))).Code.ShouldBe("api.key-form", key);
    }

    [Theory, OnEveryDatabase]
    public async Task Eight_at_once_accept_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => partner.PostAsync(path + "/accept", null, ("Idempotency-Key", "same"))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Code == "api.overtaken");
        answers.ShouldContain(a => a.Status == HttpStatusCode.OK);
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_saw_an_older_version_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        await app.DeliverAsync();
        using var partner = await app.PartnerAsync();
        var seen = (await partner.GetAsync(path)).Tag!;
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(path, "/see");
        foreach (var tag in (string[])[seen, "\"999\"", "W/" + seen, "nonsense"])
        {
            var stale = await partner.PostAsync(path + "/accept", null, ("If-Match", tag));
            (stale.Status, stale.Code).ShouldBe((HttpStatusCode.PreconditionFailed, "api.stale"), tag);
        }
        (await app.CountAsync("referral.accepted")).ShouldBe(0);
        var now = (await partner.GetAsync(path)).Tag!;
        var accepted = await partner.PostAsync(path + "/accept", null, ("If-Match", now));
        accepted.Status.ShouldBe(HttpStatusCode.OK);
        accepted.Tag.ShouldNotBe(now);
        (await partner.PostAsync(path + "/act", null, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_asks_too_often_waits_and_others_do_not(string database)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(a => a.RequestsPerKey = 5));
        using var busy = await app.PartnerAsync();
        using var other = await app.PartnerAsync();
        for (var i = 0; i < 5; i++)
            (await busy.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await busy.GetAsync("/referrals");
        (refused.Status, refused.Type).ShouldBe((HttpStatusCode.TooManyRequests, "application/problem+json"));
        int.Parse(refused.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (await other.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
