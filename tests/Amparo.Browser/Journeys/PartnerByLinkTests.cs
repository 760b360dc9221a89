using Amparo.Browser.Access;
using Amparo.Browser.Support;
using Amparo.Tests.Referrals;
using Amparo.Tests.Referrals.Links;
using Amparo.Tests.Support;

namespace Amparo.Browser.Journeys;

/// <summary>An office without an account answers from a borrowed telephone: no script, a screen as narrow as they come.</summary>
public class PartnerByLinkTests(Chromium chromium)
{
    [InChromium]
    public async Task A_partner_accepts_and_reports_arrival_from_a_narrow_screen_without_script()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var line = await app.SignedInAsync(TestApp.Operator);
        var referral = await line.TellPartnerAsync(app);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator, new() { JavaScriptEnabled = false });
        await julia.SaysAsync("Esperan un código");
        await julia.PressAsync("Código para leer por teléfono");
        await julia.PressAsync("Mostrar un código");
        var code = await julia.Page.Locator(".notice .ref").InnerTextAsync();

        await using var partner = await chromium.OpenAsync(app, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 240, Height = 320 } });
        await partner.GoAsync(app.Links()[^1]);
        await FitsAsync(partner);
        await partner.Page.Locator("#Code").FillAsync(code);
        await partner.PressAsync("Entrar");
        partner.Path.ShouldBe("/r" + referral);
        await FitsAsync(partner);
        await partner.PressAsync("Abrir");
        await partner.SaysAsync(Line.Place);
        await FitsAsync(partner);
        foreach (var act in (string[])["Aceptar", "Estamos en camino", "Llegamos"])
            await partner.PressAsync(act);
        await partner.SaysAsync("Llegaron,");
        await partner.Page.SetViewportSizeAsync(360, 640);
        await partner.PressAsync("Terminar y salir");
        partner.Path.ShouldBe("/r/again");
        await FitsAsync(partner);

        await julia.GoAsync(referral);
        await julia.SaysAsync("La entidad llegó");
        await julia.SaysAsync("Por un enlace");
        (await app.ReferralAsync(referral)).ArrivedAt.ShouldNotBeNull();
    }

    [InChromium]
    public async Task The_pages_of_a_link_and_the_lines_own_can_be_used_by_everybody()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var line = await app.SignedInAsync(TestApp.Operator);
        var referral = await line.TellPartnerAsync(app);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await using var partner = await chromium.OpenAsync(app);
        List<string> wrong = [];
        foreach (var page in (string[])["/home", referral, referral + "/links/send", referral + "/links/revoke", referral + "/code"])
            wrong.AddRange(await OnAsync(julia, page));
        await julia.PressAsync("Mostrar un código");
        wrong.AddRange(await Checks.OnAsync(julia));
        foreach (var page in (string[])["/r/again", app.Links()[^1]])
            wrong.AddRange(await OnAsync(partner, page));
        await partner.Page.Locator("#Code").FillAsync(await julia.Page.Locator(".notice .ref").InnerTextAsync());
        await partner.PressAsync("Entrar");
        await partner.PressAsync("Abrir");
        foreach (var page in (string[])["", "/accept", "/decline", "/see"])
            wrong.AddRange(await OnAsync(partner, "/r" + referral + page));
        wrong.ShouldBeEmpty(string.Join(Environment.NewLine, wrong));
    }

    private static async Task<IEnumerable<string>> OnAsync(Window window, string page)
    {
        await window.GoAsync(page);
        return (await Checks.OnAsync(window)).Select(what => $"{page}: {what}");
    }

    // Nothing to scroll sideways for.
    private static async Task FitsAsync(Window window) =>
        (await window.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, window.Path);
}
