using Amparo.Platform;

namespace Amparo.Cases;

/// <summary>A referral by which an agency was handed a case, for what, from when and until when.</summary>
public sealed class CaseReceipt
{
    public CaseId Case { get; internal init; }

    public ReferralId Referral { get; internal init; }

    public AgencyId Agency { get; internal init; }

    public Code Purpose { get; internal init; }

    public DateTimeOffset Since { get; internal init; }

    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset now) => EndedAt = now;
}
