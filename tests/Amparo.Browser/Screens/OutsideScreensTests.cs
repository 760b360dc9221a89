using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Accounts;
using Amparo.Tests.Referrals.Links;
using Amparo.Tests.Support;

namespace Amparo.Browser.Screens;

/// <summary>Pictures of what comes from outside: offices by link, and an identity provider.</summary>
public class OutsideScreensTests(Chromium chromium)
{
    [InChromium]
    public async Task What_an_office_without_account_and_its_line_see_can_be_shown()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        foreach (var (on, like) in Camera.Screens)
        {
            var referral = await (await app.SignedInAsync(TestApp.Operator)).TellPartnerAsync(app);
            await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, like);
            await Camera.ShootAsync(julia, "18-waiting", on);
            await julia.GoAsync(referral + "/code");
            await julia.PressAsync("Mostrar un código");
            await Camera.ShootAsync(julia, "19-link-code", on);
            await using var partner = await chromium.OpenAsync(app, like);
            await partner.GoAsync(app.Links()[^1]);
            await Camera.ShootAsync(partner, "20-link", on);
            await partner.Page.Locator("#Code").FillAsync(await julia.Page.Locator(".notice .ref").InnerTextAsync());
            await partner.PressAsync("Entrar");
            await partner.PressAsync("Abrir");
            await partner.PressAsync("Aceptar");
            await Camera.ShootAsync(partner, "21-link-work", on);
            await julia.GoAsync(referral);
            await Camera.ShootAsync(julia, "22-links", on);
            await partner.PressAsync("Terminar y salir");
            await Camera.ShootAsync(partner, "23-link-again", on);
        }
    }

    [InChromium]
    public async Task What_an_identity_provider_adds_can_be_shown()
    {
        await using var ministry = await Ministry.OpenAsync(TestDatabases.Sqlite);
        foreach (var (on, like) in Camera.Screens)
        {
            await using var julia = await chromium.SignedInAsync(ministry.App, TestApp.Operator, like);
            await julia.GoAsync("/openid");
            await Camera.ShootAsync(julia, "31-openid", on);
            await julia.PressAsync("Vincular con Ministerio");
            await Camera.ShootAsync(julia, "32-openid-bind", on);
            await julia.Page.Locator("#Password").FillAsync(DemoStory.Password);
            await julia.PressAsync("Vincular esta cuenta");
            await Camera.ShootAsync(julia, "33-openid-bound", on);
            await using var other = await chromium.OpenAsync(ministry.App, like);
            await other.GoAsync("/sign-in");
            await Camera.ShootAsync(other, "34-openid-sign-in", on);
            ministry.Provider.Error = "access_denied";
            await other.PressAsync("Ingresar con Ministerio");
            await Camera.ShootAsync(other, "35-openid-refused", on);
            ministry.Provider.Error = null;
            await julia.GoAsync("/openid/unbind");
            await julia.PressAsync("Desvincular");
        }
    }
}
