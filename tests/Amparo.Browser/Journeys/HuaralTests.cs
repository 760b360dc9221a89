using Amparo.Browser.Support;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Providers;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>The mother whose young daughter was taken to Huaral: a child, so no means are needed, and two who must be told in time.</summary>
public class HuaralTests(Chromium chromium)
{
    private const string Account = "Su hija de 15 años fue llevada a Huaral para atender a hombres.";

    [InChromium]
    public Task The_mother_from_Huaral_is_heard_by_keys_alone() => LiveAsync(Way.Keys);

    [InChromium]
    public Task The_mother_from_Huaral_is_heard_without_script() => LiveAsync(Way.WithoutScript);

    private async Task LiveAsync(Way way)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (police, unit, prosecutor) = (await AgencyAsync(app, "pnp"), await OfficeAsync(app, "upe-huaral"), await OfficeAsync(app, "fiscalia-huaral"));
        await using var julia = await way.SignInAsync(chromium, app, TestApp.Operator);
        var desk = new Desk(Way.HandsOf(julia, way));
        var contact = await desk.TakeCallAsync();
        // The aunt's husband is a policeman there.
        await desk.CheckSafetyAsync("confidential", never: police);
        await desk.TakeAccountAsync(Account, ("HappeningNow", "Yes"), ("Children", "Yes"));
        await desk.ScreenAsync("Bystander", way.Says("No hace falta un medio", "No means is needed"), ("P1", "14-17"), ("A1", "yes"), ("E5", "yes"));
        await desk.LocateAsync("huaral", "Un local al lado de un grifo");
        await NobodyOfAsync(julia, contact, "Comisaría de Huaral");

        await desk.ReferAsync("protect-child", unit, "child-protection");
        (await RunningAsync(app)).ShouldNotContain("child-unit-24h");
        await desk.OpenCaseAsync();
        await desk.AddPersonAsync("possible-victim", "14-17", "female");
        await julia.SaysAsync(way.Says("Posible víctima", "Possible victim"));
        await julia.GoAsync(contact);
        await desk.CloseAsync("report", "report-referred");
        await julia.SaysAsync(way.Says("Posible trata: se derivó", "Possible trafficking: referred"));
        // The child protection unit is neither police nor prosecutor: the three hours still run.
        (await RunningAsync(app)).ShouldContain("derive-3h");
        await desk.ReferAsync("investigate", prosecutor, "child-protection");
        (await RunningAsync(app)).ShouldBe(["referral-respond", "referral-respond"]);
    }

    private static async Task NobodyOfAsync(Window julia, string contact, string office)
    {
        await julia.GoAsync(contact + "/danger");
        await Assertions.Expect(julia.Page.Locator("main input[name='Office']")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(julia.Page.Locator("main")).Not.ToContainTextAsync(office);
        await julia.GoAsync(contact);
    }

    private static Task<List<string>> RunningAsync(TestApp app) => app.InAsync(async db =>
        (await db.Set<Clock>().Where(c => c.StoppedAt == null && c.Kind != "user" && c.Kind != "link").Select(c => c.Rule).ToListAsync()).ConvertAll(rule => rule.Value));

    private static Task<string> AgencyAsync(TestApp app, string code) => app.InAsync(async db =>
        (await db.Agencies.Where(a => a.Code == new Code(code)).Select(a => a.Id).SingleAsync()).ToString());

    private static Task<string> OfficeAsync(TestApp app, string code) => app.InAsync(async db =>
        (await db.Offices.Where(o => o.Code == new Code(code)).Select(o => o.Id).SingleAsync()).ToString());
}
