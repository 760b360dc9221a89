using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Amparo.Tests.Support;

/// <summary>What a browser does: keeps cookies, follows redirects, sends forms with their hidden fields, and sends them again on 307.</summary>
public sealed class Browser(HttpClient http)
{
    private readonly CookieContainer _cookies = new();
    private Uri _at = http.BaseAddress!;

    public HttpStatusCode Status { get; private set; }

    public string Text { get; private set; } = "";

    public string Path => _at.AbsolutePath;

    /// <summary>The statuses on the way, the last one included.</summary>
    public List<HttpStatusCode> Way { get; } = [];

    public IHtmlDocument Page => new HtmlParser().ParseDocument(Text);

    public string CookieHeader => _cookies.GetCookieHeader(_at);

    public Task GoAsync(string address, params (string Name, string Value)[] headers) => RequestAsync(HttpMethod.Get, new Uri(_at, address), null, headers);

    /// <summary>Fills in the page's form (the one whose action holds <paramref name="form"/>) and sends it.</summary>
    public Task SendAsync(params (string Name, string Value)[] typed) => SendFormAsync(null, typed);

    public Task SendFormAsync(string? form, params (string Name, string Value)[] typed)
    {
        var found = Page.QuerySelectorAll<IHtmlFormElement>("main form[method=post], aside form[method=post]")
            .First(f => form is null || f.GetAttribute("action")!.Contains(form, StringComparison.Ordinal));
        var fields = found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)).Concat(typed);
        return PostAsync(found.GetAttribute("action") ?? _at.ToString(), [.. fields]);
    }

    /// <summary>Opens a page and sends its form for an address, as a button there does.</summary>
    public async Task PostFromAsync(string page, string form, params (string Name, string Value)[] typed)
    {
        await GoAsync(page);
        await SendFormAsync(form, typed);
    }

    public Task PostAsync(string address, params (string Name, string Value)[] fields) =>
        RequestAsync(HttpMethod.Post, new Uri(_at, address), fields, []);

    public string? Token => (Page.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value;

    private async Task RequestAsync(HttpMethod method, Uri to, (string Name, string Value)[]? fields, (string Name, string Value)[] headers)
    {
        Way.Clear();
        for (var hops = 0; hops < 10; hops++)
        {
            using var request = new HttpRequestMessage(method, to);
            if (fields is not null)
                request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            if (_cookies.GetCookieHeader(to) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);
            using var response = await http.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                _cookies.SetCookies(to, cookie);
            (_at, Status, Text) = (to, response.StatusCode, await response.Content.ReadAsStringAsync());
            Way.Add(Status);
            if (response.Headers.Location is not { } next || (int)Status is < 300 or > 399)
                return;
            to = new Uri(to, next);
            if (Status != HttpStatusCode.TemporaryRedirect)
                (method, fields) = (HttpMethod.Get, null);
        }
        throw new InvalidOperationException("The redirects do not end.");
    }
}
