using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Live;

/// <summary>Tells open pages that something changed; each then fetches itself again, with its own permissions. Says nothing of what changed.</summary>
/// <remarks>A commit of this node rings at once; one of another node is seen within two seconds by the audit's growth, whatever the database.</remarks>
internal sealed class LiveStream(IServiceScopeFactory scopes, Bell bell)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", [SignedIn] (LiveStream live, CancellationToken cancel) => TypedResults.ServerSentEvents(live.ChangesAsync(cancel)))
            .ExcludeFromDescription();

    private async IAsyncEnumerable<SseItem<string>> ChangesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = await LatestAsync(cancel);
        yield return new SseItem<string>("", "ready");
        while (!cancel.IsCancellationRequested)
        {
            await bell.WaitAsync(LookAgain, TimeProvider.System, cancel);
            var latest = await LatestAsync(cancel);
            if (latest == seen)
                continue;
            seen = latest;
            yield return new SseItem<string>("", "changed");
        }
    }

    private async Task<Guid> LatestAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.Audit.OrderByDescending(e => e.Position).ThenByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancel);
    }
}
