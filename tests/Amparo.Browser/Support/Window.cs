using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Support;

/// <summary>Somebody's browser window: one page, with cookies of its own.</summary>
internal sealed class Window(TestApp app, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    public IBrowserContext Context { get; } = context;

    public string Path => new Uri(Page.Url).AbsolutePath;

    public Keyboard Keys => new(Page);

    public ILocator Heading => Page.Locator("h1");

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>Password, then the code that the demo's page shows. A code is good once, so that each sign-in takes one of its own.</summary>
    public async Task SignInAsync(string login)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await EnterPasswordAsync(login);
        await Page.Locator("#Code").FillAsync(await Page.Locator(".notice .ref").InnerTextAsync());
        await Page.LeadsOnAsync(() => Page.Locator("main form button").First.ClickAsync());
        Path.ShouldBe("/home");
    }

    public async Task EnterPasswordAsync(string login)
    {
        await GoAsync("/sign-in");
        await Page.Locator("#Login").FillAsync(login);
        await Page.Locator("#Password").FillAsync(DemoStory.Password);
        await Page.LeadsOnAsync(() => Page.Locator("main form button").First.ClickAsync());
    }

    /// <summary>Clicks the button or link that says <paramref name="words"/> and waits for the next page.</summary>
    public async Task PressAsync(string words)
    {
        var named = Page.Locator("main, aside").Locator("button, a").Filter(new() { HasText = words });
        await Page.LeadsOnAsync(() => named.First.ClickAsync());
    }

    public Task SaysAsync(string words) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(words);

    public async Task TitledAsync(string heading) =>
        await Assertions.Expect(Heading).ToContainTextAsync(heading);

    /// <summary>What the browser keeps on its disk for us beyond cookies: it must be nothing.</summary>
    public Task<string> StoredAsync() => Page.EvaluateAsync<string>(
        "async () => JSON.stringify([localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])");

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
