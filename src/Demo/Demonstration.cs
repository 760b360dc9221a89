using Amparo.Demo.History;
using Amparo.Demo.Stories;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Demo;

/// <summary>Everything a newcomer finds in the demonstration: its people, the line's first years, and stories of these days.</summary>
public sealed class Demonstration(IServiceProvider services, StoryClock clock)
{
    /// <summary>Tells it all into an empty database.</summary>
    /// <param name="history">Whether the line's first years are told, or only these days.</param>
    public async Task TellAsync(bool history, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var pack = scope.ServiceProvider.GetRequiredService<Pack>();
        await scope.ServiceProvider.GetRequiredService<DemoStory>().LoadAsync(cancel);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var cast = await Cast.OfAsync(db, scope.ServiceProvider.GetRequiredService<IStaff>(), pack, cancel);
        if (history)
            await new LineHistory(services, clock, cast).TellAsync(HistoryPlan.Make(HistoryData.Of(pack), pack.Country), cancel);
        var now = clock.GetUtcNow();
        foreach (var story in DayStory.Of(pack))
            await TellAsync(story, cast, now, cancel);
    }

    private async Task TellAsync(DayStory story, Cast cast, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await new ToldStory(new Telling(scope.ServiceProvider, clock), cast, story, now.AddMinutes(-story.MinutesAgo)).TellAsync(cancel);
    }
}
