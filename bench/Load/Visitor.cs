using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Amparo.Load;

/// <summary>Somebody signed in, with a browser that keeps its connections.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(HttpClient http) => _http = http;

    public static async Task<Visitor> SignInAsync(Uri address, string login, string password, Func<string> code)
    {
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }) { BaseAddress = address });
        await visitor.PostAsync("/sign-in", "/sign-in", ("Login", login), ("Password", password));
        var page = await visitor.PostAsync("/sign-in/code", "/sign-in/code", ("Code", code()));
        return page == "/home" ? visitor : throw new InvalidOperationException($"{login} came to {page}.");
    }

    /// <summary>Sends the form of a page and says where it led.</summary>
    public async Task<string> PostAsync(string at, string form, params (string Name, string Value)[] typed)
    {
        var page = await _http.GetStringAsync(at);
        var hidden = new HtmlParser().ParseDocument(page).QuerySelector($"form[action^='{form}']")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]");
        var fields = hidden.Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(fields.Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))));
        using var answer = await _http.PostAsync(form, content);
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Reads a page to its end; one that is not there stops the run.</summary>
    public async Task ReadAsync(string page)
    {
        using var answer = await _http.GetAsync(page);
        await answer.Content.CopyToAsync(Stream.Null);
        if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath != page.Split('?')[0])
            throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode} at {answer.RequestMessage!.RequestUri}.");
    }

    public void Dispose() => _http.Dispose();
}
