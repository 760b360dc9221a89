using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Api;

/// <summary>The codes of what is refused before an endpoint is asked: by the key, its scopes, the address, how often it came.</summary>
public static class ApiFailures
{
    public const string Key = "api.key";
    public const string Scope = "api.scope";
    public const string Missing = "api.missing";
    public const string Method = "api.method";
    public const string TooOften = "api.too-often";

    public static string? CodeOf(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => Key,
        StatusCodes.Status403Forbidden => Scope,
        StatusCodes.Status404NotFound => Missing,
        StatusCodes.Status405MethodNotAllowed => Method,
        StatusCodes.Status429TooManyRequests => TooOften,
        _ => null,
    };

    /// <summary>Makes the framework's problem the one that endpoints answer (<see cref="Problem"/>).</summary>
    internal static void Complete(HttpContext http, ProblemDetails problem)
    {
        if (!http.Request.Path.StartsWithSegments("/api") || CodeOf(problem.Status) is not { } code)
            return;
        problem.Type = null;
        problem.Extensions["code"] = code;
        problem.Detail = Say(code, http);
    }

    // The middleware that knows the request's language is done by now.
    private static string Say(string code, HttpContext http)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Language.Of(http).Culture;
        try
        {
            return http.RequestServices.GetRequiredService<Texts>()[code];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
