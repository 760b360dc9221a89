using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Contacts;

/// <summary>Danger is never refused; reports and children have their clocks.</summary>
public class DangerTests
{
    [Theory, OnEveryDatabase]
    public async Task Without_a_place_the_national_unit_is_told(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        await julia.PostFromAsync(path + "/danger", "/danger");
        julia.Path.ShouldBe(path);
        var sent = await app.InAsync(db => db.Referrals.SingleAsync());
        (await app.InAsync(db => db.Offices.SingleAsync(o => o.Id == sent.To))).Code.Value.ShouldBe(app.Services.GetRequiredService<Pack>().Country.NationalUnit);
    }

    [Theory, OnEveryDatabase]
    public async Task With_nobody_to_tell_the_page_gives_a_number_and_the_supervisors_are_mailed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        var country = app.Services.GetRequiredService<Pack>().Country;
        var national = await app.InAsync(db => db.Offices.Where(o => o.Code == new Code(country.NationalUnit)).Select(o => o.Agency).SingleAsync());
        await julia.GoAsync(path + "/safety");
        await julia.SendAsync(("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", national.ToString()));
        await julia.GoAsync(path + "/danger");
        julia.Page.QuerySelector($"a[href='tel:{country.Emergency.Number}']").ShouldNotBeNull();
        await julia.SendAsync();
        julia.Path.ShouldBe(path);
        (await app.CountAsync("contact.nobody-to-tell")).ShouldBe(1);
        (await app.CountAsync("referral.sent")).ShouldBe(0);
        await app.DeliverAsync();
        app.Mail().ShouldHaveSingleItem().ShouldContain(TestApp.Supervisor);
    }

    [Theory, OnEveryDatabase]
    public async Task A_child_at_risk_is_said_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.OpenContactAsync();
        foreach (var children in (string[])["Unknown", "Yes", "No", "Yes"])
        {
            await julia.GoAsync(path + "/account");
            await julia.SendAsync(("Input.Children", children));
            julia.Path.ShouldBe(path);
        }
        (await app.CountAsync("contact.child-at-risk")).ShouldBe(1);
        (await RunningAsync(app, path)).ShouldHaveSingleItem().Rule.Value.ShouldBe("child-unit-24h");
    }

    [Theory, OnEveryDatabase]
    public async Task A_confirmed_report_has_three_hours_from_its_opening(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.TellAsync();
        var opened = (await app.ContactAsync(path)).OpenedAt;
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await CloseAsync(julia, path, "report-kept");
        var clock = (await RunningAsync(app, path)).ShouldHaveSingleItem();
        (clock.Rule.Value, clock.StartedAt, clock.DueAt).ShouldBe(("derive-3h", opened, (DateTimeOffset?)opened.AddHours(3)));
        await julia.PostFromAsync(path + "/danger", "/danger");
        (await RunningAsync(app, path)).ShouldBeEmpty("what is sent stops it");
    }

    [Theory, OnEveryDatabase]
    public async Task A_report_that_was_referred_already_has_no_hours_left_to_run(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (path, _) = await julia.DeclareDangerAsync(app);
        await CloseAsync(julia, path, "report-referred");
        (await app.CountAsync("contact.confirmed-report")).ShouldBe(1);
        (await RunningAsync(app, path)).ShouldBeEmpty();
        var other = await julia.TellAsync();
        await CloseAsync(julia, other, "informed");
        (await app.CountAsync("contact.confirmed-report")).ShouldBe(1, "not every contact is a report");
    }

    [Theory, OnEveryDatabase]
    public async Task A_referral_to_a_shelter_tells_neither_the_police_nor_the_child_unit(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.TellAsync();
        await julia.GoAsync(path + "/account");
        await julia.SendAsync(("Input.Children", "Yes"));
        await ReferAsync(app, julia, path, "shelter", "shelter");
        await CloseAsync(julia, path, "report-kept");
        (await RulesAsync(app, path)).ShouldBe(["child-unit-24h", "derive-3h"]);
        await ReferAsync(app, julia, path, "investigate", "trafficking-unit");
        (await RulesAsync(app, path)).ShouldBe(["child-unit-24h"]);
        await ReferAsync(app, julia, path, "protect-child", "child-unit");
        (await RulesAsync(app, path)).ShouldBeEmpty();
    }

    private static async Task ReferAsync(TestApp app, Browser julia, string path, string purpose, string kind)
    {
        await julia.GoAsync($"{path}/refer?purpose={purpose}");
        var offered = julia.Page.QuerySelectorAll("input[name=Office]").Select(i => i.GetAttribute("value")!).ToList();
        var office = await app.InAsync(async db => (await db.Offices.AsNoTracking().ToListAsync()).First(o => o.Kind.Value == kind && offered.Contains(o.Id.ToString())));
        await julia.GoAsync($"{path}/refer?purpose={purpose}&office={office.Id}&basis=legal-mandate");
        await julia.SendAsync();
        julia.Path.ShouldBe(path);
    }

    private static async Task<string[]> RulesAsync(TestApp app, string path) => [.. (await RunningAsync(app, path)).Select(c => c.Rule.Value).Order(StringComparer.Ordinal)];

    private static async Task CloseAsync(Browser julia, string path, string outcome)
    {
        await julia.GoAsync(path + "/close");
        await julia.SendAsync(("Input.Reason", "not-known"), ("Input.Outcome", outcome));
        julia.Path.ShouldBe(path);
    }

    private static Task<List<Clock>> RunningAsync(TestApp app, string contact) =>
        app.InAsync(db => db.Set<Clock>().Where(c => c.About == Line.Id(contact) && c.StoppedAt == null).ToListAsync());
}
