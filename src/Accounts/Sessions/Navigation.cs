using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Amparo.Accounts.Sessions;

/// <summary>Tells what a person asked for from what a page fetched by itself.</summary>
internal static class Navigation
{
    private const string Live = "X-Live";

    /// <summary>Browsers say since 2023 whether they navigate or a script fetches (Sec-Fetch-Mode); an older one is taken at its word.</summary>
    public static bool Is(HttpRequest request) =>
        !request.Headers.ContainsKey(Live) && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    /// <summary>Whether somebody is at the desk: live fragments that refresh themselves must not keep a session awake; typing (drafts are posted) does.</summary>
    public static bool IsByHand(HttpRequest request) => Is(request) || HttpMethods.IsPost(request.Method);

    /// <summary>The query by which a page leads back here.</summary>
    public static string ToHere(HttpRequest request) =>
        QueryString.Create("to", UriHelper.BuildRelative(path: request.Path, query: request.QueryString)).ToUriComponent();

    /// <summary>An address of ours to go on to; anything else is home.</summary>
    public static string Local(string? to) =>
        to is ['/', ..] && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) && to.All(char.IsAscii) ? to : "/";
}
