using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals.Api;

/// <summary>Every post, with what no program should send: a problem that says what is wrong, never a failure, nothing done.</summary>
public class BadJsonTests
{
    private static readonly string[] Garbage =
    [
        "{", "[]", "null", "7", "\"x\"", "{\"note\":", "{note:1}", "nada", "\u0000", "{\"note\":1}", "{\"note\":{}}", "{\"note\":[\"x\"]}", "{\"note\":\"\\ud83d\"}",
        "{\"note\":\"a\",\"note\":\"b\"}", "{} {}", "// x\n{}", "{\"note\":\"x\",}", "{\"a\":" + new string('[', 500) + new string(']', 500) + "}",
    ];

    [Theory, OnEveryDatabase]
    public async Task What_cannot_be_read_is_a_problem_and_does_nothing(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        foreach (var act in (string[])["accept", "decline", "outcome"])
        {
            foreach (var garbage in Garbage)
            {
                var answer = await partner.PostAsync($"{path}/{act}", garbage);
                (answer.Status, answer.Type, answer.Code).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json", "api.body"), $"{act}: {garbage[..Math.Min(40, garbage.Length)]}");
            }
            var bytes = new ByteArrayContent([0x7b, 0xff, 0xfe, 0x7d]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            (await partner.SendAsync(HttpMethod.Post, $"{path}/{act}", bytes)).Status.ShouldBe(HttpStatusCode.BadRequest);
            var form = new StringContent("note=x", Encoding.UTF8, "application/x-www-form-urlencoded");
            ((int)(await partner.SendAsync(HttpMethod.Post, $"{path}/{act}", form)).Status).ShouldBe(415);
            ((int)(await partner.PostAsync($"{path}/{act}", new { note = new string('x', 20_000) })).Status).ShouldBe(413);
        }
        (await partner.PostAsync(path + "/act", "[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.AuditAsync("referral.seen", "referral.accepted", "referral.declined", "referral.outcome-reported")).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Each_wrong_member_is_named(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        using var partner = await app.PartnerAsync();
        (await partner.PostAsync(path + "/decline")).Pointers.ShouldBe(["/reason"]);
        (await partner.PostAsync(path + "/decline", new { reason = "never-heard-of" })).Pointers.ShouldBe(["/reason"]);
        (await partner.PostAsync(path + "/decline", new { note = new string('x', 501) })).Pointers.ShouldBe(["/reason", "/note"], ignoreOrder: true);
        (await partner.PostAsync(path + "/accept", new { note = new string('x', 501) })).Pointers.ShouldBe(["/note"]);
        (await partner.PostAsync(path + "/accept", """{"note":5}""")).Pointers.ShouldBe(["/note"]);
        (await partner.PostAsync(path + "/accept", new { note = "Ya", tomorrow = new { more = 1 } })).Status.ShouldBe(HttpStatusCode.OK, "a member we do not know is passed over");
        foreach (var people in (string[])["-1", "1000"])
            (await partner.PostAsync(path + "/outcome", $$"""{"outcome":"people-rescued","people":{{people}}}""")).Pointers.ShouldBe(["/people"], people);
        foreach (var people in (string[])["99999999999", "1.5", "\"3\"", "true"])
            (await partner.PostAsync(path + "/outcome", $$"""{"outcome":"people-rescued","people":{{people}}}""")).Pointers.ShouldBe(["/people"], people);
        (await partner.PostAsync(path + "/outcome", new { people = 3 })).Pointers.ShouldBe(["/outcome"]);
    }
}
