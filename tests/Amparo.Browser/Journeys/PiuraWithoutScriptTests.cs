using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>The neighbour in Piura, from call to rescue, in browsers that run no script.</summary>
public class PiuraWithoutScriptTests(Chromium chromium)
{
    [InChromium]
    public async Task The_neighbour_in_Piura_is_heard_and_the_police_come_without_script()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, new() { JavaScriptEnabled = false });
        var desk = new Desk(new PointerHands(julia));
        var contact = await desk.TakeCallAsync();
        await desk.CheckSafetyAsync("anonymous");
        await desk.TakeAccountAsync("Oye gritos de chicas en la casa de al lado.", ("HappeningNow", "Yes"));
        await desk.LocateAsync("piura", "Casa verde frente al parque");
        await julia.SaysAsync("Piura");
        await julia.PressAsync("Peligro inmediato");
        await julia.SaysAsync("Casa verde frente al parque");
        await julia.PressAsync("Avisar ahora");
        julia.Path.ShouldBe(contact);

        await using var luis = await chromium.SignedInAsync(app, TestApp.TraffickingUnit, new() { JavaScriptEnabled = false });
        await luis.GoAsync("/referrals");
        foreach (var act in (string[])["Abrir", "Aceptar", "Estamos en camino", "Llegamos", "Informar qué resultó"])
            await luis.PressAsync(act);
        await new PointerHands(luis).ChooseAsync("Outcome", "people-rescued");
        await luis.Page.Locator("#People").FillAsync("3");
        await luis.PressAsync("Enviar resultado");

        await julia.GoAsync(contact);
        await julia.SaysAsync("(3)");
        var @case = await desk.OpenCaseAsync();
        await julia.GoAsync(contact);
        await Assertions.Expect(julia.Page.Locator($"#case-of-contact a[href='{@case}']")).ToHaveCountAsync(1);
    }
}
