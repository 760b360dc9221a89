using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Amparo.Tests.Providers;

/// <summary>Somebody with a browser: opens pages, fills in forms and sends them as a browser without script does.</summary>
internal sealed class Visitor
{
    private readonly HttpClient _http;

    public Visitor(HttpClient http, string? role, AgencyId? agency, OfficeId? office)
    {
        _http = http;
        if (role is not null)
            _http.DefaultRequestHeaders.Add(SignedInAs.Header, $"{role} {agency} {office}");
    }

    public async Task<Seen> GetAsync(string url, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Language", language);
        return await SendAsync(request);
    }

    /// <summary>Sends the page's form with what was filled in; null takes a field out.</summary>
    public Task<Seen> PostAsync(Seen page, params (string Name, string? Value)[] filled) => PostToAsync(null, page, filled);

    /// <summary>Sends a page's form to another address than its own.</summary>
    public async Task<Seen> PostToAsync(string? url, Seen page, params (string Name, string? Value)[] filled)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>("main form[method=post]").ShouldNotBeNull();
        var fields = FieldsOf(form).Where(f => filled.All(other => other.Name != f.Key)).ToList();
        fields.AddRange(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        using var request = new HttpRequestMessage(HttpMethod.Post, url ?? form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", page.Cookies);
        return await SendAsync(request);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element is IHtmlInputElement { Name: { Length: > 0 } input } box && (box.Type is not ("radio" or "checkbox") || box.IsChecked))
                yield return new(input, box.Value);
            else if (element is IHtmlSelectElement { Name: { } select } list)
                yield return new(select, list.Value ?? "");
        }
    }

    private async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";
        if (cookies.Length == 0 && request.Headers.TryGetValues("Cookie", out var sent))
            cookies = string.Join("; ", sent);
        return new Seen(response.StatusCode, response.Headers.Location?.ToString(), cookies, new HtmlParser().ParseDocument(body));
    }
}

/// <summary>A page as it came back.</summary>
internal sealed record Seen(HttpStatusCode Status, string? Location, string Cookies, IHtmlDocument Document)
{
    public string Main => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IReadOnlyList<string> All(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => e.TextContent.Trim())];

    public string? ValueOf(string name) => Document.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value;
}
