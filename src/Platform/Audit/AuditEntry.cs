namespace Amparo.Platform.Audit;

/// <summary>What happened, as the audit keeps it for good and timelines show it. Written by <c>RecordAsync</c> alone; never changed, never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>Commit order: rows of a later transaction never lie before a sealed position.</summary>
    public long Position { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? By { get; init; }

    public Guid? Agency { get; init; }

    public string Event { get; init; } = "";

    public string Kind { get; init; } = "";

    public Guid About { get; init; }

    public Guid? Under { get; init; }

    /// <summary>The event's ids and codes as JSON.</summary>
    public string Data { get; init; } = "";
}
