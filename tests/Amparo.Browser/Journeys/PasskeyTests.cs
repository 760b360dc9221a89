using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>A passkey made, used and removed in a real browser with a key of its own. A key belongs to a name, so that the address is localhost.</summary>
public class PasskeyTests(Chromium chromium)
{
    [InChromium]
    public async Task A_passkey_is_made_signs_in_and_opens_nothing_once_it_is_removed()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, new() { BaseURL = $"http://localhost:{app.Address.Port}" });
        await HoldKeyAsync(julia);
        await julia.GoAsync("/sessions");
        await julia.PressAsync("Mis llaves de acceso");
        await julia.PressAsync("Agregar llave de acceso");
        await julia.Page.Locator("#Name").FillAsync("mi teléfono");
        await julia.Page.Locator("#Password").FillAsync(DemoStory.Password);
        await julia.PressAsync("Crear llave de acceso");
        julia.Path.ShouldBe("/passkeys");
        await julia.SaysAsync("mi teléfono");

        await SignOutAsync(julia);
        await julia.GoAsync("/sign-in?to=/contacts");
        await julia.PressAsync("Ingresar con llave de acceso");
        julia.Path.ShouldBe("/contacts");
        (await julia.StoredAsync()).ShouldBe("[0,0,0,0]");

        await julia.GoAsync("/passkeys");
        await julia.PressAsync("Quitar llave de acceso");
        await julia.Page.Locator("#Password").FillAsync(DemoStory.Password);
        await julia.PressAsync("Quitar llave de acceso");
        await julia.SaysAsync("Todavía no tienes ninguna");
        await SignOutAsync(julia);
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await julia.GoAsync("/sign-in");
        await julia.PressAsync("Ingresar con llave de acceso");
        julia.Path.ShouldBe("/sign-in/passkey");
        await julia.SaysAsync("Falta una llave de acceso que valga aquí");
    }

    [InChromium]
    public async Task Without_a_key_or_without_script_the_page_says_what_to_do()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var at = $"http://localhost:{app.Address.Port}";
        await using var without = await chromium.OpenAsync(app, new() { BaseURL = at, JavaScriptEnabled = false });
        await without.GoAsync("/sign-in");
        await without.PressAsync("Ingresar con llave de acceso");
        await without.SaysAsync("Ingresa con tu contraseña y el código de tu aplicación");

        await using var unable = await chromium.OpenAsync(app, new() { BaseURL = at });
        await unable.Page.AddInitScriptAsync("delete window.PublicKeyCredential");
        await unable.GoAsync("/sign-in");
        await Assertions.Expect(unable.Page.Locator("[data-passkey-unable]")).ToBeVisibleAsync();
    }

    private static async Task HoldKeyAsync(Window window)
    {
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task SignOutAsync(Window window)
    {
        await window.GoAsync("/sign-out");
        await window.PressAsync("Salir");
    }
}
