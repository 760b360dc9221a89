using Microsoft.Playwright;

namespace Amparo.Browser.Support;

/// <summary>Works a page by keys alone, and fails where a stop cannot be seen or the order jumps about.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int Enough = 150;

    // Where focus is: an outline of the control, or of the words beside a hidden radio; on the screen; after the stop before.
    private const string Stop = """
        () => {
          const at = document.activeElement
          if (!at || at === document.body) return 'nothing has the focus'
          const shown = at.matches('.answers input') ? at.nextElementSibling : at
          const style = getComputedStyle(shown), box = shown.getBoundingClientRect(), name = at.outerHTML.slice(0, 140)
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no visible focus: ' + name
          if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return 'focus outside the window: ' + name
          if (at.tabIndex > 0) return 'an order of its own: ' + name
          const before = window.lastStop
          window.lastStop = at
          if (before?.isConnected && before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING) return 'goes back: ' + name
          return ''
        }
        """;

    /// <summary>Tab until there; every stop on the way is looked at.</summary>
    public async Task ToAsync(ILocator target)
    {
        if (await IsAtAsync(target))
            return;
        for (var stops = 0; stops < Enough; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string>(Stop)).ShouldBe("");
            if (await IsAtAsync(target))
                return;
        }
        throw new InvalidOperationException($"No way by Tab to {target}.");
    }

    public Task ToAsync(string selector) => ToAsync(page.Locator(selector).First);

    public async Task TypeAsync(string selector, string words)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Tab to the group, arrows or Space to the answer.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        var radios = page.Locator($"input[name=\"{name}\"]");
        var stop = page.Locator($"input[name=\"{name}\"]:checked");
        await ToAsync(await stop.CountAsync() > 0 ? stop.First : radios.First);
        var wanted = page.Locator($"input[name=\"{name}\"][value=\"{value}\"]");
        for (var stops = 0; !await IsAtAsync(wanted) && stops < 20; stops++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        (await wanted.IsCheckedAsync()).ShouldBeTrue($"{name} = {value}");
    }

    /// <summary>Tab to the button or link, Enter, and wait for the page it leads to.</summary>
    public async Task PressAsync(string selector, string key = "Enter")
    {
        await ToAsync(selector);
        await HitAsync(key);
    }

    /// <summary>Presses a key that leads to another page.</summary>
    public Task HitAsync(string key) => page.LeadsOnAsync(() => page.Keyboard.PressAsync(key));

    /// <summary>Alt and an access key that leads to another page. Playwright sends no character with Alt, and Chromium looks for the key by its character.</summary>
    public async Task HitAccessKeyAsync(char key)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var code = (int)char.ToUpperInvariant(key);
        var pressed = new Dictionary<string, object>
        {
            ["type"] = "keyDown",
            ["modifiers"] = 1,
            ["key"] = $"{key}",
            ["unmodifiedText"] = $"{key}",
            ["windowsVirtualKeyCode"] = code,
        };
        await page.LeadsOnAsync(() => devtools.SendAsync("Input.dispatchKeyEvent", pressed));
        await devtools.DetachAsync();
    }

    private static Task<bool> IsAtAsync(ILocator target) => target.EvaluateAsync<bool>("e => e === document.activeElement");
}
