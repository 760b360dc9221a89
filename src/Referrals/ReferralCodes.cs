using Amparo.Platform.Packs;

namespace Amparo.Referrals;

/// <summary>The code lists of referrals, as the country pack holds them.</summary>
internal sealed class ReferralCodes(Pack pack)
{
    public CodeList<Basis> Bases { get; } = new(pack.Read<List<Basis>>("referrals/bases.json"));

    public CodeList<DeclineReason> DeclineReasons { get; } = new(pack.Read<List<DeclineReason>>("referrals/decline-reasons.json"));

    public CodeList<ReferralOutcome> Outcomes { get; } = new(pack.Read<List<ReferralOutcome>>("referrals/outcomes.json"));
}

/// <summary>Why the law lets the facts leave.</summary>
internal sealed record Basis(
    string Code, Label Label, Label Meaning, Norm Norm, bool NeedsConsent, bool NeedsReason, int? ReviewWithinHours) : ICoded;

/// <summary>Why an office does not take a referral.</summary>
internal sealed record DeclineReason(string Code, Label Label, bool NeedsNote) : ICoded;

/// <summary>What an office reports; some end the referral.</summary>
internal sealed record ReferralOutcome(string Code, Label Label, bool CountsPeople, bool Closes) : ICoded;
