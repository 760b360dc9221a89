using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Screens;

/// <summary>On paper there is what was said and done, and nothing to press.</summary>
public class PrintTests(Chromium chromium)
{
    private const string Shown = """
        () => [...document.querySelectorAll('nav, button, .button, .top, .skip, a.exit')]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 1).map(e => e.outerHTML.slice(0, 90))
        """;

    private const string Cut = "() => [...document.querySelectorAll('textarea')].filter(t => t.scrollHeight > t.clientHeight + 2).map(t => t.name)";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Dice que trabaja todos los días y no le pagan.", 30));

    [InChromium]
    public async Task A_contact_prints_whole()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var story = await Story.TellAsync(app);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.GoAsync(story.InDanger);
        await julia.Page.Locator("textarea").First.FillAsync(Long);
        await PrintsAsync(julia, "Contacto", "Seguridad", "Lo que cuenta", "Derivaciones", "Plazos", "Qué pasó");
    }

    [InChromium]
    public async Task A_referral_prints_whole()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await Story.TellAsync(app);
        await using var luis = await chromium.SignedInAsync(app, TestApp.TraffickingUnit);
        await luis.GoAsync("/referrals");
        await luis.PressAsync("Abrir");
        await PrintsAsync(luis, "Rescatar ahora", "Casa verde frente al parque", "Cadena de tiempos", "Base legal", "La entidad abrió la derivación");
    }

    private static async Task PrintsAsync(Window window, params string[] words)
    {
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await window.Page.EvaluateAsync<string[]>(Shown)).ShouldBeEmpty();
        (await window.Page.EvaluateAsync<string[]>(Cut)).ShouldBeEmpty();
        await Assertions.Expect(window.Page.Locator(".demo")).ToBeVisibleAsync();
        foreach (var said in words)
            await Assertions.Expect(window.Page.Locator("body").GetByText(said).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
    }
}
