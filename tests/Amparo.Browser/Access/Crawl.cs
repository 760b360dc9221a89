using System.Text.RegularExpressions;
using Amparo.Browser.Support;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Browser.Access;

/// <summary>Walks, breadth first, every page that somebody can reach: by links from home, and by the program's own list of pages with ids that were met.</summary>
internal sealed partial class Crawl(TestApp app, Window window)
{
    private const int OfEachKind = 2;

    private readonly Queue<string> _next = new();
    private readonly HashSet<string> _met = [];
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, int> _arrived = [];

    /// <summary>Each page as it is reached, with its kind: the address without ids.</summary>
    public async IAsyncEnumerable<string> PagesAsync(string home)
    {
        Meet(home);
        while (await NextAsync())
        {
            foreach (var link in await window.Page.EvaluateAsync<string[]>("() => [...document.links].map(a => a.href)"))
                if (new Uri(link) is { IsAbsoluteUri: true } to && to.Authority == app.Address.Authority)
                    Meet(to.PathAndQuery);
            yield return KindOf(window.Path);
            if (_next.Count == 0)
                MeetPagesWithoutLinks();
        }
    }

    private async Task<bool> NextAsync()
    {
        while (_next.TryDequeue(out var path))
        {
            var answer = (await window.Page.GotoAsync(path))!;
            // Where it led in the end: many addresses lead to the sign-in page, or to the same refusal.
            var arrived = answer.Ok ? KindOf(window.Path) : $"{answer.Status}";
            var isPage = answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal);
            if (isPage && Count(_arrived, arrived) <= (answer.Ok ? OfEachKind : 1))
                return true;
        }
        return false;
    }

    private void Meet(string path)
    {
        var kind = KindOf(path);
        // Signing out would end the walk.
        if (!kind.StartsWith("/sign-out", StringComparison.Ordinal) && _met.Add(path) && Count(_kinds, kind) <= OfEachKind)
            _next.Enqueue(path);
    }

    private static int Count(Dictionary<string, int> kinds, string kind) => kinds[kind] = kinds.GetValueOrDefault(kind) + 1;

    private void MeetPagesWithoutLinks()
    {
        var ids = _met.Select(path => path.Split('?')[0].Split('/')).Where(parts => parts.Length > 2 && Id().IsMatch(parts[2]))
            .ToLookup(parts => parts[1], parts => parts[2]);
        foreach (var pattern in PatternsOf(app))
        {
            var parts = pattern.Split('/');
            if (!pattern.Contains('{', StringComparison.Ordinal))
                Meet(pattern);
            else if (parts.Length > 2 && parts[2] == "{id}" && pattern.LastIndexOf('{') == pattern.IndexOf('{', StringComparison.Ordinal))
                foreach (var id in ids[parts[1]].Distinct().Take(OfEachKind))
                    Meet(pattern.Replace("{id}", id, StringComparison.Ordinal));
        }
    }

    /// <summary>The pages of the program.</summary>
    public static IEnumerable<string> PatternsOf(TestApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        select "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static string KindOf(string path) => Id().Replace(path, "{id}");

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Id();
}
