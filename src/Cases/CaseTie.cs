
namespace Amparo.Cases;

/// <summary>Why an agency may see a case: no role opens one by itself.</summary>
public sealed class CaseTie
{
    public CaseId Case { get; internal init; }

    public AgencyId Agency { get; internal init; }

    public Tie Why { get; internal init; }

    public DateTimeOffset Since { get; internal init; }
}

/// <summary>What ties an agency to a case.</summary>
public enum Tie
{
    /// <summary>It opened the case.</summary>
    Took,

    /// <summary>A referral of the case was accepted there and is not over.</summary>
    Received,
}
