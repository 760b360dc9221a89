using Amparo.Platform.Packs;

namespace Amparo.Referrals;

/// <summary>The code lists of referrals, as the country pack holds them.</summary>
internal sealed class ReferralCodes(Pack pack)
{
    private const string BasesFile = "referrals/bases.json";
    private const string VitalInterest = "vital-interest";
    private const string LegalMandate = "legal-mandate";

    public CodeList<Basis> Bases { get; } = new(pack.Read<List<Basis>>(BasesFile));

    public CodeList<DeclineReason> DeclineReasons { get; } = new(pack.Read<List<DeclineReason>>("referrals/decline-reasons.json"));

    public CodeList<ReferralOutcome> Outcomes { get; } = new(pack.Read<List<ReferralOutcome>>("referrals/outcomes.json"));

    /// <summary>On which danger is told.</summary>
    public Basis Danger => Bases.Find(VitalInterest)!;

    /// <summary>On which the prosecutor is told when nobody answered.</summary>
    public Basis Mandate => Bases.Find(LegalMandate)!;

    public static IEnumerable<PackSection> Sections =>
    [
        PackSection.Of<List<Basis>>(BasesFile, (bases, pack) => [.. Missing(bases), .. Unwatched(bases, pack)]),
        PackSection.Of<List<DeclineReason>>("referrals/decline-reasons.json"),
        PackSection.Of<List<ReferralOutcome>>("referrals/outcomes.json"),
    ];

    private static IEnumerable<PackFlaw> Missing(List<Basis> bases) =>
        from code in (string[])[VitalInterest, LegalMandate]
        where bases.All(b => b.Code != code)
        select new PackFlaw(bases.FirstOrDefault()?.Code ?? code, $"No basis has the code “{code}”, on which the program itself sends.", "Add it.");

    private static IEnumerable<PackFlaw> Unwatched(List<Basis> bases, Pack pack) =>
        from basis in bases
        where basis.ReviewWithinHours is { } hours && !pack.Clocks.Any(clock => Watches(clock, basis, hours))
        select new PackFlaw(basis.Code, $"No clock watches that “{basis.Code}” is reviewed within {basis.ReviewWithinHours} hours.",
            $"Add one to clocks.json: start referral.sent, when basis is {basis.Code}, stop basis.reviewed, {basis.ReviewWithinHours * 60} minutes.");

    private static bool Watches(ClockRule clock, Basis basis, int hours) =>
        clock.Start == "referral.sent" && clock.When?.GetValueOrDefault("basis") == basis.Code && clock.Stop.Contains(BasisReview.Event) && clock.Minutes == hours * 60;
}

/// <summary>Why the law lets the facts leave.</summary>
/// <param name="NeedsConsent">What tells of a person leaves only as far as they agreed.</param>
/// <param name="CarriesIdentity">It lets go who somebody is, without their consent.</param>
/// <param name="ChildrenOnly">It does so for somebody under 18 alone.</param>
internal sealed record Basis(
    string Code, Label Label, Label Meaning, Norm Norm, bool NeedsConsent, bool CarriesIdentity, bool ChildrenOnly, bool NeedsReason, int? ReviewWithinHours) : ICoded;

/// <summary>Why an office does not take a referral.</summary>
internal sealed record DeclineReason(string Code, Label Label, bool NeedsNote) : ICoded;

/// <summary>What an office reports; some end the referral.</summary>
internal sealed record ReferralOutcome(string Code, Label Label, bool CountsPeople, bool Closes) : ICoded;
