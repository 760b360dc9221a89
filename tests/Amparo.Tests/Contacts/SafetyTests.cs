using System.Net;
using Amparo.Contacts;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Contacts;

/// <summary>The safety check binds every later act.</summary>
public class SafetyTests
{
    [Theory, OnEveryDatabase]
    public async Task What_the_tier_forbids_is_not_kept(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        foreach (var (fields, reason) in (((string, string)[], string)[])[
            ([("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.Name", "Rosa")], "contact.safety.anonymous-identity"),
            ([("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.Phone", "961357924")], "contact.safety.anonymous-identity"),
            ([("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime")], "contact.safety.no-phone"),
            ([("Input.Tier", "confidential"), ("Input.CallBack", "SafeHours"), ("Input.Phone", "961357924"), ("Input.SafeFrom", "18:00")], "contact.safety.no-hours")])
        {
            await julia.GoAsync(path + "/safety");
            await julia.SendAsync(fields);
            julia.Status.ShouldBe(HttpStatusCode.Conflict, reason);
            julia.Words.ShouldContain(app.Text(reason));
        }
        await julia.GoAsync(path + "/safety");
        await julia.SendAsync(("Input.CallBack", "Never"));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest, "the tier is always asked");
        (await app.ContactAsync(path)).Safety.ShouldBeNull();
        (await app.CountAsync("contact.safety-checked")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_call_back_is_planned_only_when_it_is_safe(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        (await PlanAsync(julia, path, "call-back", "10:00")).ShouldBe(HttpStatusCode.Conflict, "without a safety check nobody is called");
        await CheckAsync(julia, path, ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"));
        (await PlanAsync(julia, path, "call-back", "10:00")).ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("follow-up.never-call"));
        (await PlanAsync(julia, path, "ask-outcome", "10:00")).ShouldBe(HttpStatusCode.OK, "asking the office calls nobody");
        await CheckAsync(julia, path, ("Input.Tier", "confidential"), ("Input.CallBack", "SafeHours"), ("Input.Phone", "961357924"), ("Input.SafeFrom", "22:00"), ("Input.SafeUntil", "02:00"));
        (await PlanAsync(julia, path, "call-back", "21:59")).ShouldBe(HttpStatusCode.Conflict);
        (await PlanAsync(julia, path, "call-back", "02:01")).ShouldBe(HttpStatusCode.Conflict);
        (await PlanAsync(julia, path, "call-back", "23:30")).ShouldBe(HttpStatusCode.OK);
        (await PlanAsync(julia, path, "call-back", "01:30")).ShouldBe(HttpStatusCode.OK, "hours may go past midnight");
        (await app.CountAsync("follow-up.planned")).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task A_planned_act_is_done_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await PlanAsync(julia, path, "ask-again", "10:00");
        await julia.GoAsync(path);
        var done = julia.Page.QuerySelector("#follow-ups a[href$='/done']")!.GetAttribute("href")!;
        await julia.PostFromAsync(done, "/done");
        julia.Path.ShouldBe(path);
        await julia.PostFromAsync(done, "/done");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("follow-up.done")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_called_is_read_by_the_line_alone_and_each_look_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await CheckAsync(julia, path, ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", "961357924"), ("Input.Name", "Doña Luz"));
        var before = await app.CountAsync("field.read");
        await julia.GoAsync(path + "/identity");
        julia.Words.ShouldContain("Doña Luz");
        (await app.CountAsync("field.read")).ShouldBeGreaterThan(before);
        var other = await app.SignedInAsAsync(Amparo.Platform.Permissions.Role.Supervisor, "pnp-trata-piura");
        await other.GoAsync(path + "/identity");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task CheckAsync(Browser julia, string path, params (string, string)[] fields)
    {
        await julia.GoAsync(path + "/safety");
        await julia.SendAsync(fields);
        julia.Path.ShouldBe(path);
    }

    private static async Task<HttpStatusCode> PlanAsync(Browser julia, string path, string act, string time)
    {
        await julia.GoAsync(path + "/follow-up");
        await julia.SendAsync(("Input.Act", act), ("Input.Day", "2026-11-25"), ("Input.Time", time));
        return julia.Status;
    }
}
