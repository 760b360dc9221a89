using Amparo.Tests.Support;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Amparo.Tests.Host;

/// <summary>A form found on a page, with what a browser would send if somebody pressed its button at once.</summary>
internal sealed record FoundForm(string Page, bool IsPost, string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The fields that carry nothing for the machinery.</summary>
    public IEnumerable<string> Asked => Fields.Select(f => f.Name).Where(n => !n.StartsWith('_')).Distinct();

    /// <summary>The same form on another record is the same form.</summary>
    public string Shape => $"{IsPost} {Crawl.Shape(Action)} {string.Join(',', Asked.Order())}";

    public (string, string)[] With(string name, string value) => [.. Fields.Where(f => f.Name != name), (name, value)];

    public (string, string)[] Without(string name) => [.. Fields.Where(f => f.Name != name)];
}

/// <summary>Finds every page and form that somebody can reach from their home page.</summary>
internal static class Crawl
{
    private const int MostPages = 150;

    /// <summary>Pages of the same kind looked at: the first records of a list stand for the others.</summary>
    private const int MostAlike = 3;

    public static async Task<(IReadOnlyList<string> Pages, IReadOnlyList<FoundForm> Forms)> AllAsync(Browser browser, params string[] from)
    {
        Queue<string> waiting = new(from);
        HashSet<string> seen = [.. from];
        Dictionary<string, int> alike = [];
        Dictionary<string, FoundForm> forms = [];
        List<string> pages = [];
        while (waiting.TryDequeue(out var at) && pages.Count < MostPages)
        {
            await browser.GoAsync(at);
            ((int)browser.Status).ShouldBeLessThan(500, at);
            pages.Add(at);
            foreach (var form in browser.Page.QuerySelectorAll<IHtmlFormElement>("form").Select(f => Read(at, f)))
                forms.TryAdd(form.Shape, form);
            foreach (var link in browser.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(IsOurs))
            {
                alike[Shape(link)] = alike.GetValueOrDefault(Shape(link)) + 1;
                if (alike[Shape(link)] <= MostAlike && seen.Add(link))
                    waiting.Enqueue(link);
            }
        }
        return (pages, [.. forms.Values]);
    }

    /// <summary>The address without its ids and query's values.</summary>
    public static string Shape(string address) =>
        string.Join('/', address.Split('?')[0].Split('/').Select(part => Guid.TryParse(part, out _) ? "{id}" : part))
        + (address.Contains("handler=", StringComparison.Ordinal) ? "?" + address.Split('?')[1] : "");

    private static bool IsOurs(string link) => link is ['/', ..] && link is not ['/', '/', ..];

    private static FoundForm Read(string page, IHtmlFormElement form)
    {
        List<(string, string)> fields = [];
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (control is IHtmlInputElement { Type: "radio" or "checkbox" } choice)
            {
                if (choice.IsChecked || (choice.Type == "radio" && fields.All(f => f.Item1 != name) && form.QuerySelector($"input[name='{name}'][checked]") is null))
                    fields.Add((name, choice.Value));
                else if (fields.All(f => f.Item1 != name))
                    fields.Add((name, ""));
            }
            else if (control is not IHtmlButtonElement || fields.All(f => f.Item1 != name))
                fields.Add((name, control switch
                {
                    IHtmlSelectElement select => select.Value ?? "",
                    IHtmlTextAreaElement area => area.Value,
                    IHtmlInputElement input => input.Value,
                    _ => control.GetAttribute("value") ?? "",
                }));
        }
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page;
        return new FoundForm(page, form.GetAttribute("method") == "post", action, fields);
    }
}
