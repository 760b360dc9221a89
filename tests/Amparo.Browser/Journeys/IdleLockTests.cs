using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Support;

namespace Amparo.Browser.Journeys;

/// <summary>After a while away the password is asked again, and the form that was being filled in goes on whole.</summary>
public class IdleLockTests(Chromium chromium)
{
    private const string Words = "«Sí», dijo.\nLuego colgó: ñandú & <b>.";
    private const string Account = "textarea[name='Input.Account']";

    [InChromium]
    public async Task What_was_typed_before_the_lock_is_saved_after_it()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        var contact = julia.Path;
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await julia.Page.Locator(Account).FillAsync(Words);
        await julia.Page.Locator("label").Filter(new() { Has = julia.Page.Locator("input[name='Input.Hurt'][value='Unknown']") }).ClickAsync();
        await julia.PressAsync("Guardar relato");
        julia.Path.ShouldBe("/unlock");

        await julia.Page.Locator("#UnlockPassword").FillAsync("no es esta");
        await julia.PressAsync("Seguir");
        julia.Path.ShouldBe("/unlock");
        await julia.Page.Locator("#UnlockPassword").FillAsync(DemoStory.Password);
        await julia.PressAsync("Seguir");
        julia.Path.ShouldBe(contact);
        (await julia.Page.Locator(Account).InputValueAsync()).ShouldBe(Words);
        (await julia.Page.Locator("input[name='Input.Hurt'][value='Unknown']").IsCheckedAsync()).ShouldBeTrue();
        (await julia.StoredAsync()).ShouldBe("[0,0,0,0]");
    }

    [InChromium]
    public async Task A_page_left_open_shows_nothing_new_once_it_is_locked()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        var contact = julia.Path;
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await julia.GoAsync(contact);
        julia.Path.ShouldBe("/unlock");
        await julia.Page.Locator("#UnlockPassword").FillAsync(DemoStory.Password);
        await julia.PressAsync("Seguir");
        julia.Path.ShouldBe(contact);
    }
}
