using Amparo.Platform.Data;

namespace Amparo.Platform.Acts;

/// <summary>A form that was carried out: the same key posted again leads to the same record and does nothing.</summary>
[Bookkeeping]
internal sealed class PostedOnce
{
    public Guid User { get; init; }

    public Guid Key { get; init; }

    public string Kind { get; init; } = "";

    public Guid About { get; init; }

    public DateTimeOffset At { get; init; }
}
