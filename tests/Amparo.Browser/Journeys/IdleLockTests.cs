using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.Playwright;

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
    public async Task A_page_left_open_is_covered_and_comes_back_as_it_was_left()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        var cover = julia.Page.Locator("dialog");
        await julia.Page.Locator("input[name='Input.CodeWord']").EvaluateAsync("field => { field.closest('details').open = true; field.value = 'girasol' }");
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await cover.EvaluateAsync("cover => cover.dataset.cover = 1");
        await Assertions.Expect(cover).ToBeVisibleAsync();
        await Assertions.Expect(julia.Heading).ToBeHiddenAsync();

        await julia.Page.Keyboard.PressAsync("Escape");
        await julia.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(cover).ToBeVisibleAsync();
        await cover.EvaluateAsync("cover => cover.dataset.cover = 900");
        await UncoverAsync("no es esta");
        await Assertions.Expect(cover.Locator("#cover-wrong")).ToBeVisibleAsync();
        await UncoverAsync(DemoStory.Password);
        await Assertions.Expect(cover).ToBeHiddenAsync();
        await Assertions.Expect(julia.Heading).ToBeVisibleAsync();
        (await julia.Page.Locator("input[name='Input.CodeWord']").InputValueAsync()).ShouldBe("girasol");
        await julia.GoAsync("/home");
        julia.Path.ShouldBe("/home", "the session is awake again");

        async Task UncoverAsync(string password)
        {
            await cover.Locator("input[type=password]").FillAsync(password);
            await julia.Page.Keyboard.PressAsync("Enter");
        }
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
