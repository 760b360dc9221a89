using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>The young man who was locked in a house in Lima: he said he would call, was let go and paid. A report and a case, and no referral.</summary>
public class LimaTests(Chromium chromium)
{
    private const string Account = "Estuvo encerrado y sin sueldo. Dijo que llamaría, y lo dejaron salir y le pagaron.";

    [InChromium]
    public Task The_young_man_in_Lima_is_heard_by_keys_alone() => LiveAsync(Way.Keys);

    [InChromium]
    public Task The_young_man_in_Lima_is_heard_without_script() => LiveAsync(Way.WithoutScript);

    private async Task LiveAsync(Way way)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await way.SignInAsync(chromium, app, TestApp.Operator);
        var desk = new Desk(Way.HandsOf(julia, way));
        var contact = await desk.TakeCallAsync();
        await desk.CheckSafetyAsync("anonymous");
        await desk.TakeAccountAsync(Account, ("HappeningNow", "No"), ("LockedIn", "No"));
        await desk.ScreenAsync(
            "Person", way.Says("Indicios firmes de trata", "Firm indications of trafficking"),
            ("P1", "adult"), ("A1", "yes"), ("A5", "employer"), ("M1", "no"), ("E1", "all"));
        await desk.LocateAsync("lima", "Casa de tres pisos");
        await julia.GoAsync(contact);
        var @case = await desk.OpenCaseAsync();
        await desk.AddPersonAsync("possible-victim", "adult", "male");
        await desk.OpenPersonAsync();
        await desk.ScreenPersonAsync(way.Says("Indicios firmes de trata", "Firm indications of trafficking"), ("M1", "no"));
        await julia.SaysAsync(way.Says("Indicios firmes de trata", "Firm indications of trafficking"));
        await julia.GoAsync(contact);
        await desk.CloseAsync("own-situation", "report-resolved");
        await julia.SaysAsync(way.Says("Posible trata: se resolvió sin derivar", "Possible trafficking: resolved without referral"));
        // It counts as a report all the same, and nobody was told of it.
        await Assertions.Expect(julia.Page.Locator("#timeline")).ToContainTextAsync(way.Says("Confirmado como reporte", "Confirmed as a report"));
        await Assertions.Expect(julia.Page.Locator("#referrals-of-contact li")).ToHaveCountAsync(0);

        await using var carmen = await way.SignInAsync(chromium, app, TestApp.Supervisor);
        await carmen.GoAsync(@case);
        await new Desk(Way.HandsOf(carmen, way)).CloseCaseAsync("resolved");
        await carmen.SaysAsync(way.Says("La situación se resolvió", "The situation was resolved"));
        await julia.GoAsync(contact);
        await Assertions.Expect(julia.Page.Locator("#case-of-contact")).ToContainTextAsync(way.Says("Cerrado", "Closed"));
    }
}
