using Amparo.Platform.Data;

namespace Amparo.Platform.Outbox;

/// <summary>One event waiting for one handler.</summary>
[Bookkeeping]
internal sealed class OutboxMessage
{
    public long Id { get; init; }

    public string Event { get; init; } = "";

    public string Handler { get; init; } = "";

    public string Data { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>When to try next; null when given up, which the health page reports.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The type of the last failure, never its message, which could hold words of a person.</summary>
    public string? Failure { get; set; }
}
