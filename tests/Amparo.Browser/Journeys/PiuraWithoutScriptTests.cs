using Amparo.Browser.Support;
using Amparo.Tests.Support;

namespace Amparo.Browser.Journeys;

/// <summary>The neighbour in Piura, from call to rescue, in browsers that run no script.</summary>
public class PiuraWithoutScriptTests(Chromium chromium)
{
    [InChromium]
    public async Task The_neighbour_in_Piura_is_heard_and_the_police_come_without_script()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, new() { JavaScriptEnabled = false });
        await julia.PressAsync("Nueva llamada");
        var contact = julia.Path;
        await TakeCallAsync(julia);
        await julia.PressAsync("Peligro inmediato");
        await julia.SaysAsync("Casa verde frente al parque");
        await julia.PressAsync("Avisar ahora");
        julia.Path.ShouldBe(contact);

        await using var luis = await chromium.SignedInAsync(app, TestApp.TraffickingUnit, new() { JavaScriptEnabled = false });
        await luis.GoAsync("/referrals");
        foreach (var act in (string[])["Abrir", "Aceptar", "Estamos en camino", "Llegamos", "Informar qué resultó"])
            await luis.PressAsync(act);
        await ChooseAsync(luis, "Outcome", "people-rescued");
        await luis.Page.Locator("#People").FillAsync("3");
        await luis.PressAsync("Enviar resultado");

        await julia.GoAsync(contact);
        await julia.SaysAsync("(3)");
    }

    private static async Task TakeCallAsync(Window julia)
    {
        await ChooseAsync(julia, "Input.CanTalk", "Yes");
        await ChooseAsync(julia, "Input.IsSafe", "Yes");
        await ChooseAsync(julia, "Input.Tier", "anonymous");
        await ChooseAsync(julia, "Input.CallBack", "Never");
        await julia.PressAsync("Guardar seguridad");
        await julia.Page.Locator("textarea[name='Input.Account']").FillAsync("Oye gritos de chicas en la casa de al lado.");
        await ChooseAsync(julia, "Input.HappeningNow", "Yes");
        await julia.PressAsync("Guardar relato");
        await julia.Page.Locator("input[name='Input.Area']").FillAsync("piura");
        await julia.Page.Locator("input[name='Input.Place']").FillAsync("Casa verde frente al parque");
        await julia.PressAsync("Guardar lugar");
        await julia.SaysAsync("Piura");
    }

    private static Task ChooseAsync(Window window, string name, string value) =>
        window.Page.Locator("label").Filter(new() { Has = window.Page.Locator($"input[name='{name}'][value='{value}']") }).ClickAsync();
}
