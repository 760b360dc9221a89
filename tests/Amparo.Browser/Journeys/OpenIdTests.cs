using Amparo.Accounts.SigningIn;
using Amparo.Browser.Access;
using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Accounts;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>To an identity provider and back in a real browser. The program is at localhost and the provider at 127.0.0.1, which are two sites: cookies and the policy are held to it.</summary>
public class OpenIdTests(Chromium chromium)
{
    [InChromium]
    public async Task An_account_of_another_site_is_bound_signs_in_without_script_and_with_a_code_and_is_unbound()
    {
        await using var ministry = await Ministry.OpenAsync(TestDatabases.Sqlite);
        ministry.Provider.Asks = true;
        var at = $"http://localhost:{ministry.App.Address.Port}";
        List<string> wrong = [];
        await using var julia = await chromium.SignedInAsync(ministry.App, TestApp.Operator, new() { BaseURL = at });
        await julia.GoAsync("/sessions");
        await julia.PressAsync("Entrada con Ministerio");
        wrong.AddRange(await Checks.OnAsync(julia));
        await julia.PressAsync("Vincular con Ministerio");
        await AgreeAsync(julia);
        julia.Path.ShouldBe("/openid/bind");
        await julia.SaysAsync(ministry.Provider.Name);
        wrong.AddRange(await Checks.OnAsync(julia));
        await julia.Page.Locator("#Password").FillAsync(DemoStory.Password);
        await julia.PressAsync("Vincular esta cuenta");
        julia.Path.ShouldBe("/openid");
        wrong.AddRange(await Checks.OnAsync(julia));

        await using var without = await chromium.OpenAsync(ministry.App, new() { BaseURL = at, JavaScriptEnabled = false });
        await without.GoAsync("/sign-in?to=/contacts");
        await without.PressAsync("Ingresar con Ministerio");
        await AgreeAsync(without);
        without.Path.ShouldBe("/contacts");

        ministry.Provider.Amr = ["pwd"];
        ministry.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var coded = await chromium.OpenAsync(ministry.App, new() { BaseURL = at });
        await coded.GoAsync("/sign-in");
        wrong.AddRange(await Checks.OnAsync(coded));
        await coded.PressAsync("Ingresar con Ministerio");
        await AgreeAsync(coded);
        coded.Path.ShouldBe("/sign-in/code");
        await coded.Page.Locator("#Code").FillAsync(Totp.Code(Totp.DemoKey(TestApp.Operator), ministry.App.Clock.GetUtcNow()));
        await coded.PressAsync("Ingresar");
        coded.Path.ShouldBe("/home");

        await julia.GoAsync("/openid");
        await julia.PressAsync("Desvincular");
        wrong.AddRange(await Checks.OnAsync(julia));
        await julia.PressAsync("Desvincular");
        await using var refused = await chromium.OpenAsync(ministry.App, new() { BaseURL = at });
        await refused.GoAsync("/sign-in");
        await refused.PressAsync("Ingresar con Ministerio");
        await AgreeAsync(refused);
        await refused.SaysAsync("Esa cuenta no abre ninguna aquí");
        wrong.AddRange(await Checks.OnAsync(refused));
        wrong.ShouldBeEmpty();
    }

    private static async Task AgreeAsync(Window window)
    {
        new Uri(window.Page.Url).Host.ShouldBe("127.0.0.1");
        await window.Page.LeadsOnAsync(() => window.Page.GetByText("Soy yo").ClickAsync());
        new Uri(window.Page.Url).Host.ShouldBe("localhost");
    }
}
