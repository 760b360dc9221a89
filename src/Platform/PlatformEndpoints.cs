using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Live;
using Amparo.Platform.Outbox;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform;

public static class PlatformEndpoints
{
    /// <summary>Razor Pages with what every page of Amparo obeys: a declared permission, one act once, refusals and conflicts on the page itself.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages()
            .WithRazorPagesAtContentRoot()
            .AddMvcOptions(mvc => mvc.Filters.AddService<ActFilter>());
        services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(pages => pages.Conventions.Add(new DenyByDefault()));
        return services;
    }

    /// <summary>Live updates, and what a probe asks.</summary>
    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        LiveStream.Map(routes);
        routes.MapGet("/health/live", [OpenToAll] () => Results.Text("ok"));
        routes.MapGet("/health/ready", [OpenToAll] (Db db, CancellationToken cancel) => ReadyAsync(db, cancel));
        routes.MapFallback([OpenToAll] () => Results.NotFound());
    }

    // Ready: the database answers and has the program's schema. Messages given up do not stop the line, so they only show.
    private static async Task<IResult> ReadyAsync(Db db, CancellationToken cancel)
    {
        var missing = await db.MissingMigrationsAsync(cancel);
        var givenUp = await db.Set<OutboxMessage>().CountAsync(m => m.DueAt == null, cancel);
        var ready = new { ready = missing.Count == 0, missingMigrations = missing.Count, messagesGivenUp = givenUp };
        return Results.Json(ready, statusCode: ready.ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
