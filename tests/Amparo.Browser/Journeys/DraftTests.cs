using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>What is typed is on the server seconds later, and nowhere in the browser.</summary>
public class DraftTests(Chromium chromium)
{
    private const string Words = "Dice que la dejan salir solo los domingos.";
    private const string Account = "textarea[name='Input.Account']";

    [InChromium]
    public async Task A_window_that_dies_loses_no_words()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var contact = await WriteAsync(app);
        await FindAgainAsync(app, contact);
    }

    [InChromium]
    public async Task A_server_that_restarts_loses_no_words()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var contact = await WriteAsync(app);
        await app.RestartAsync();
        await FindAgainAsync(app, contact);
    }

    [InChromium]
    public async Task An_open_page_goes_on_after_a_restart()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        await app.RestartAsync();
        await TypeAsync(julia, Words);
        await julia.PressAsync("Guardar relato");
        (await julia.Page.Locator(Account).InputValueAsync()).ShouldBe(Words);
    }

    [InChromium]
    public async Task What_is_typed_while_the_server_is_away_arrives_when_it_is_back()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        await julia.Context.SetOfflineAsync(true);
        await julia.Page.Locator(Account).PressSequentiallyAsync(Words);
        await Assertions.Expect(julia.Page.Locator("[data-offline]")).ToBeVisibleAsync();
        await julia.Context.SetOfflineAsync(false);
        await SavedAsync(julia);
        await Assertions.Expect(julia.Page.Locator("[data-offline]")).ToBeHiddenAsync();
    }

    private async Task<string> WriteAsync(TestApp app)
    {
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.PressAsync("Nueva llamada");
        await TypeAsync(julia, Words);
        (await julia.StoredAsync()).ShouldBe("[0,0,0,0]");
        return julia.Path;
    }

    private async Task FindAgainAsync(TestApp app, string contact)
    {
        await using var julia = await chromium.SignedInAsync(app, TestApp.Operator);
        await julia.GoAsync(contact);
        (await julia.Page.Locator(Account).InputValueAsync()).ShouldBe(Words);
        await julia.SaysAsync("Borrador guardado");
    }

    private static async Task TypeAsync(Window window, string words)
    {
        await window.Page.Locator(Account).PressSequentiallyAsync(words);
        await SavedAsync(window);
    }

    private static Task SavedAsync(Window window) => window.SaysAsync("Borrador guardado");
}
