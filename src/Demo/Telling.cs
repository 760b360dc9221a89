using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Outbox;
using Amparo.Platform.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Demo;

/// <summary>Carries out acts as the pages do, through the entities and <see cref="Db.RecordAsync"/>, each as somebody and at its moment.</summary>
internal sealed class Telling(IServiceProvider services, StoryClock clock)
{
    private readonly OutboxWorker _outbox = services.GetRequiredService<OutboxWorker>();

    public Db Db { get; } = services.GetRequiredService<Db>();

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task ActAsync(Viewer who, DateTimeOffset at, Func<IEvent> act, CancellationToken cancel) => ActAsync(who, at, () => Task.FromResult(act()), cancel);

    public async Task ActAsync(Viewer who, DateTimeOffset at, Func<Task<IEvent>> act, CancellationToken cancel)
    {
        clock.Tell(at);
        Db.Acting = who;
        await Db.RecordAsync(await act(), cancel);
    }

    /// <summary>Delivers what waits in the outbox, as its worker would have done then.</summary>
    public async Task DeliverAsync(DateTimeOffset at, CancellationToken cancel)
    {
        clock.Tell(at);
        while (await _outbox.DeliverDueAsync(cancel) > 0)
        {
            // The next batch.
        }
    }

    /// <summary>Takes the steps of escalations that fell due until then, and delivers them.</summary>
    public async Task PassAsync(DateTimeOffset until, CancellationToken cancel)
    {
        clock.Tell(until);
        await services.GetRequiredService<ClockWorker>().EscalateDueAsync(cancel);
        await DeliverAsync(until, cancel);
    }
}
