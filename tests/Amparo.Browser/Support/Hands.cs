using Microsoft.Playwright;

namespace Amparo.Browser.Support;

/// <summary>How somebody works a page, so that a story is told once and lived by keys alone as by a pointer without script.</summary>
internal abstract class Hands(Window window)
{
    public Window Window { get; } = window;

    /// <summary>Chooses one of the answers to a question.</summary>
    public abstract Task ChooseAsync(string name, string value);

    /// <summary>Ticks one of several.</summary>
    public abstract Task TickAsync(string name, string value);

    /// <summary>Chooses from a list that opens.</summary>
    public abstract Task SelectAsync(string name, string value);

    public abstract Task TypeAsync(string selector, string words);

    /// <summary>Opens what is folded.</summary>
    public abstract Task UnfoldAsync(string selector);

    /// <summary>Presses a button or link that leads to another page.</summary>
    public abstract Task PressAsync(string selector);
}

/// <summary>Keys alone.</summary>
internal sealed class KeyHands(Window window) : Hands(window)
{
    public override Task ChooseAsync(string name, string value) => Window.Keys.ChooseAsync(name, value);

    public override async Task TickAsync(string name, string value)
    {
        var box = Window.Page.Locator($"input[name='{name}'][value='{value}']");
        await Window.Keys.ToAsync(box);
        await Window.Page.Keyboard.PressAsync("Space");
        (await box.IsCheckedAsync()).ShouldBeTrue($"{name} = {value}");
    }

    public override async Task SelectAsync(string name, string value)
    {
        var list = Window.Page.Locator($"select[name='{name}']");
        await Window.Keys.ToAsync(list);
        await Window.Page.Keyboard.PressAsync("Home");
        for (var stops = 0; await list.InputValueAsync() != value && stops < 40; stops++)
            await Window.Page.Keyboard.PressAsync("ArrowDown");
        (await list.InputValueAsync()).ShouldBe(value);
    }

    public override Task TypeAsync(string selector, string words) => Window.Keys.TypeAsync(selector, words);

    public override async Task UnfoldAsync(string selector)
    {
        await Window.Keys.ToAsync(selector);
        await Window.Page.Keyboard.PressAsync("Enter");
    }

    public override Task PressAsync(string selector) => Window.Keys.PressAsync(selector);
}

/// <summary>A pointer, in a browser that runs no script.</summary>
internal sealed class PointerHands(Window window) : Hands(window)
{
    public override Task ChooseAsync(string name, string value) => Label(name, value).ClickAsync();

    public override Task TickAsync(string name, string value) => Label(name, value).ClickAsync();

    public override Task SelectAsync(string name, string value) => Window.Page.Locator($"select[name='{name}']").SelectOptionAsync(value);

    public override Task TypeAsync(string selector, string words) => Window.Page.Locator(selector).First.FillAsync(words);

    public override Task UnfoldAsync(string selector) => Window.Page.Locator(selector).First.ClickAsync();

    public override Task PressAsync(string selector) => Window.Page.LeadsOnAsync(() => Window.Page.Locator(selector).First.ClickAsync());

    private ILocator Label(string name, string value) =>
        Window.Page.Locator("label").Filter(new() { Has = Window.Page.Locator($"input[name='{name}'][value='{value}']") });
}
