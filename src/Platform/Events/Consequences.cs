using Amparo.Platform.Clocks;
using Amparo.Platform.Data;

namespace Amparo.Platform.Events;

/// <summary>What follows from an event in the same transaction: the answers of <see cref="IWhen{TEvent}"/> handlers, and clocks started and stopped.</summary>
internal sealed class Consequences(Modules modules, ClockKeeper clocks, IServiceProvider services)
{
    private const int MostSteps = 3;

    public async Task<IReadOnlyList<IEvent>> OfAsync(Db db, IEvent first, CancellationToken cancel)
    {
        List<IEvent> all = [first];
        var (from, step) = (0, 0);
        while (from < all.Count)
        {
            if (step++ > MostSteps)
                throw new InvalidOperationException($"{modules.EventsByType[first.GetType()].Name} leads to more than {MostSteps} steps of further events: a cycle.");
            var to = all.Count;
            for (; from < to; from++)
                await AnswerAsync(db, all[from], all, cancel);
        }
        return all;
    }

    private async Task AnswerAsync(Db db, IEvent happened, List<IEvent> all, CancellationToken cancel)
    {
        var type = modules.EventsByType[happened.GetType()];
        foreach (var when in type.Whens)
            all.AddRange(await when.RunAsync(services, happened, cancel));
        await clocks.OnAsync(db, type.Name, happened, cancel);
    }
}
