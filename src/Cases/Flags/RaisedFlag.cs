using Amparo.Platform;

namespace Amparo.Cases.Flags;

/// <summary>Something whoever opens the case must know before anything else, from when and until when.</summary>
public sealed class RaisedFlag
{
    public CaseId Case { get; internal init; }

    /// <summary>1 for the first that was ever raised; one raised again gets a number of its own.</summary>
    public int Number { get; internal init; }

    public Code Flag { get; internal init; }

    public DateTimeOffset RaisedAt { get; internal init; }

    public DateTimeOffset? LoweredAt { get; private set; }

    internal void Lower(DateTimeOffset now) => LoweredAt = now;
}
