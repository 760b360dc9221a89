using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Kit;

/// <summary>What the layouts must be told: the country pack and the host know it, the kit does not.</summary>
public sealed class KitOptions
{
    /// <summary>The name on public pages, as people know the line.</summary>
    public string LineName { get; set; } = "Amparo";

    /// <summary>Whether everybody and everything is made up: then each page says so, on paper too.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Where "leave quickly" goes: a page nobody wonders about.</summary>
    public string ExitUrl { get; set; } = "https://www.google.com/";

    public string SessionsUrl { get; set; } = "/me/sessions";

    public string SignOutUrl { get; set; } = "/sign-out";

    public string SignInUrl { get; set; } = "/sign-in";

    /// <summary>The partial page that is laid over a page nobody touched for a while; none without sessions that idle.</summary>
    public string? Cover { get; set; }

    /// <summary>Links at the foot of public pages, by key.</summary>
    public IList<FootLink> Foot { get; } = [];

    /// <summary>Who is signed in: null for nobody.</summary>
    public Func<HttpContext, Me?> Me { get; set; } = http =>
        http.User.Identity is { IsAuthenticated: true, Name: { } name } ? new Me(name, http.User.FindFirstValue("role_label")) : null;
}

/// <summary>A link at the foot of public pages; <paramref name="Text"/> is a key.</summary>
public sealed record FootLink(string Text, string Url);

/// <summary>The person at the desk, as the layout names them.</summary>
public sealed record Me(string Name, string? Role);
