using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>One way into the program: an address, a method, and who may.</summary>
/// <param name="Permission">Null when nobody in particular is asked for: then <paramref name="IsOpen"/> says whether one must be signed in.</param>
/// <param name="IsByLink">For those who came by a link, and for nobody else.</param>
internal sealed record Door(string Method, string Address, string? Permission, bool IsOpen, bool IsByLink = false)
{
    /// <summary>What an endpoint without a declaration needs: nobody holds it.</summary>
    public const string Nobodys = "";

    /// <summary>For programs with a key: no session opens it.</summary>
    public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<Door>> OfAsync(IServiceProvider services, Func<string, string> idOf)
    {
        List<Door> doors = [];
        var pages = services.GetRequiredService<PageLoader>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            // The framework's own, for static files added while it runs in development: it only ever says 404.
            if (endpoint.RoutePattern.RawText == "{**path:file}")
                continue;
            var address = AddressOf(endpoint, idOf);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await pages.LoadAsync(page, endpoint.Metadata);
                doors.AddRange(loaded.HandlerMethods.Select(h => Of(
                    h.HttpMethod.ToUpperInvariant(), h.Name is null ? address : $"{address}?handler={h.Name}", loaded.Endpoint ?? endpoint)));
            }
            else
                doors.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(m => Of(m, address, endpoint)));
        }
        return [.. doors.Distinct()];
    }

    /// <summary>Whether a role may; null stands for somebody who is not signed in.</summary>
    public bool Lets(string? role, IReadOnlyDictionary<string, IReadOnlyCollection<string>> roles) =>
        IsOpen || (role is not null && !IsByLink && (Permission is null || (roles.TryGetValue(Permission, out var holders) && holders.Contains(role))));

    private static Door Of(string method, string address, Endpoint endpoint)
    {
        var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var needs = endpoint.Metadata.GetMetadata<NeedsAttribute>();
        var isDenied = !isOpen && needs is null && endpoint.Metadata.GetMetadata<SignedInAttribute>() is null;
        return new Door(method, address, isDenied ? Nobodys : needs?.Permission, isOpen, endpoint.Metadata.GetMetadata<ByLinkAttribute>() is not null);
    }

    private static string AddressOf(RouteEndpoint endpoint, Func<string, string> idOf)
    {
        var first = (endpoint.RoutePattern.PathSegments.FirstOrDefault()?.Parts[0] as RoutePatternLiteralPart)?.Content ?? "";
        return "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart text => text.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "id" } => idOf(first),
            _ => "400",
        }))));
    }
}
