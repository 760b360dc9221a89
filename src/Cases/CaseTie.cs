using Amparo.Platform;

namespace Amparo.Cases;

/// <summary>Why an agency may see a case: no role opens one by itself. One that ended shows nothing and stays as history.</summary>
public sealed class CaseTie
{
    public CaseId Case { get; internal init; }

    public AgencyId Agency { get; internal init; }

    public Tie Why { get; internal init; }

    /// <summary>Why it was given a part.</summary>
    public Code? Reason { get; internal init; }

    public DateTimeOffset Since { get; internal init; }

    public DateTimeOffset? Until { get; private set; }

    internal void End(DateTimeOffset now) => Until = now;
}

/// <summary>What ties an agency to a case.</summary>
public enum Tie
{
    /// <summary>It opened the case.</summary>
    Took,

    /// <summary>A referral of the case was accepted there and is not over.</summary>
    Received,

    /// <summary>It was given a part in it.</summary>
    Assigned,
}
