using System.Collections.Concurrent;
using Amparo.Browser.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Amparo.Browser.Access;

/// <summary>What a page must be for everybody: axe's rules in both colour schemes and on a phone, no sideways scrolling, targets to be hit.</summary>
internal static class Checks
{
    private const int Phone = 360;

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };
    private static readonly AxeRunOptions Narrow = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "target-size", "scrollable-region-focusable") };

    // Links inside sentences are exempt (WCAG 2.5.8); a hidden radio is hit by its label.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap(e => {
          const hit = e.matches('[type=radio], [type=checkbox]') ? e.closest('label') ?? e : e
          const box = hit.getBoundingClientRect(), style = getComputedStyle(hit)
          if (!e.checkVisibility() || box.right < 0 || box.width < 2) return []
          const sentence = style.display === 'inline' && [...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim())
          const least = e.matches('button, .button') ? 44 : 24
          return sentence || (box.height >= least - .5 && box.width >= 24) ? [] : [`${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`]
        })
        """;

    private const string Wide = """
        () => [document.scrollingElement.scrollWidth, ...[...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 2).map(e => e.outerHTML.slice(0, 90))]
          .map(String)
        """;

    // Tags, classes and attributes, without texts and with equal neighbours once: two pages of one shape break the same rules.
    private const string Shape = """
        () => {
          const shape = e => {
            const parts = [...e.children].map(shape).filter((part, i, all) => part !== all[i - 1])
            const attributes = [...e.attributes].map(a => /^(class|type|role|lang)$/.test(a.name) ? `${a.name}=${a.value}` : a.name)
            return `${e.localName} ${attributes.join(' ')}(${parts.join()})`
          }
          return shape(document.documentElement)
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Seen = new();

    /// <summary>What is wrong on the page, in words; nothing when nothing is. Axe looks at each shape of a page once, at its size every time.</summary>
    public static async Task<List<string>> OnAsync(Window window)
    {
        var page = window.Page;
        var wrong = new List<string>();
        var isNew = Seen.TryAdd(await page.EvaluateAsync<string>(Shape), true);
        if (isNew)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await AxeAsync(page, Wcag, "light", wrong);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await AxeAsync(page, Colours, "dark", wrong);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Phone, 740);
        if (isNew)
            await AxeAsync(page, Narrow, "phone", wrong);
        var wide = await page.EvaluateAsync<string[]>(Wide);
        if (wide[0] != $"{Phone}")
            wrong.Add($"scrolls sideways: {string.Join(" | ", wide)}");
        wrong.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(small => $"small target: {small}"));
        if (await window.Heading.CountAsync() != 1)
            wrong.Add("not one h1");
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return wrong;
    }

    private static async Task AxeAsync(IPage page, AxeRunOptions rules, string how, List<string> wrong) =>
        wrong.AddRange(from violation in (await page.RunAxe(rules)).Violations
                       select $"{violation.Id} ({how}): {string.Join(" | ", violation.Nodes.Take(2).Select(node => node.Html))}");
}
