using Amparo.Platform.Data;
using Amparo.Platform.Events;

namespace Amparo.Platform.Clocks;

internal sealed class ClockKeeper
{
    public Task OnAsync(Db db, string name, IEvent happened, CancellationToken cancel) => Task.CompletedTask;
}
