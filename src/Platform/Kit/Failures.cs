using Amparo.Platform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Kit;

/// <summary>What people and programs get when something goes wrong: a page in plain words, or problem details (RFC 9457).</summary>
public static class Failures
{
    internal static IServiceCollection AddFailures(this IServiceCollection services) =>
        services.AddExceptionHandler<FailureLog>().AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // The title says the status; the reference finds the rest in the log. No message and no type of ours goes out.
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Extensions.Remove("exception");
            context.ProblemDetails.Extensions["reference"] = ReferenceOf(context.HttpContext);
            ApiFailures.Complete(context.HttpContext, context.ProblemDetails);
        });

    /// <summary>
    /// In front of everything that may fail. The answers for programs stand inside those for people: they are asked first, and only
    /// the outer ones may run the request again (a branch of a WebApplication loses its routes).
    /// </summary>
    public static IApplicationBuilder UseFailures(this IApplicationBuilder app) => app
        .UseExceptionHandler("/failure")
        .UseStatusCodePagesWithReExecute("/failure/{0}")
        .UseWhen(WantsJson, programs => programs.UseExceptionHandler().UseStatusCodePages())
        .UseReadableForms();

    /// <summary>What to quote: short enough to be read out, enough to find the log line.</summary>
    public static string ReferenceOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var trace = System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        return trace.Length > 8 ? trace[..8] : trace;
    }

    private static bool WantsJson(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api"))
            return true;
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
