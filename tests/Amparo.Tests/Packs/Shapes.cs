using Amparo.Platform.Packs;
using Amparo.Tests.Architecture;

namespace Amparo.Tests.Packs;

/// <summary>What each section of a pack holds, as the modules read it, with the ties between the files.</summary>
internal static class Shapes
{
    public static readonly IReadOnlyDictionary<string, Type> Events = Manifests.All.SelectMany(m => m.EventRecords).ToDictionary();

    public static readonly PackSection[] Sections =
    [
        PackSection.Of<List<Channel>>("contacts/channels.json"),
        PackSection.Of<List<Reason>>("contacts/reasons.json"),
        PackSection.Of<List<ContactOutcome>>("contacts/outcomes.json", KeysOnce),
        PackSection.Of<List<Form>>("contacts/forms.json", (forms, pack) => Unknown(
            forms, form => form.Code, form => form.Purposes, pack.Read<List<Element>>("contacts/purposes.json").Select(purpose => purpose.Code))),
        PackSection.Of<List<Element>>("contacts/acts.json"),
        PackSection.Of<List<Element>>("contacts/means.json"),
        PackSection.Of<List<Element>>("contacts/purposes.json"),
        PackSection.Of<List<Tier>>("contacts/tiers.json"),
        PackSection.Of<List<Basis>>("referrals/bases.json"),
        PackSection.Of<List<Field>>("referrals/fields.json"),
        PackSection.Of<List<Purpose>>("referrals/purposes.json", (purposes, pack) => Unknown(
            purposes, purpose => purpose.Code, purpose => purpose.Fields, pack.Read<List<Field>>("referrals/fields.json").Select(field => field.Code))),
        PackSection.Of<List<DeclineReason>>("referrals/decline-reasons.json"),
        PackSection.Of<List<ReferralOutcome>>("referrals/outcomes.json"),
        PackSection.Of<List<OfficeKind>>("providers/kinds.json"),
        PackSection.Of<List<Agency>>("providers/agencies.json", (agencies, pack) => Unknown(
            agencies, agency => agency.Code, agency => [agency.Kind], pack.Read<List<OfficeKind>>("providers/kinds.json").Select(kind => kind.Code))),
        PackSection.Of<List<Office>>("providers/offices.json", (offices, pack) =>
        [
            .. Unknown(offices, o => o.Code, o => [o.Agency], pack.Read<List<Agency>>("providers/agencies.json").Select(agency => agency.Code)),
            .. Unknown(offices, o => o.Code, o => [o.Kind], pack.Read<List<OfficeKind>>("providers/kinds.json").Select(kind => kind.Code)),
            .. Unknown(offices, o => o.Code, o => o.Needs, pack.Read<List<Purpose>>("referrals/purposes.json").Select(purpose => purpose.Code)),
        ]),
    ];

    private static IEnumerable<PackFlaw> Unknown<T>(
        IEnumerable<T> entries, Func<T, string> code, Func<T, IEnumerable<string>> named, IEnumerable<string> known) =>
        entries.SelectMany(entry => named(entry).Except(known).Select(name =>
            new PackFlaw(code(entry), $"“{code(entry)}” names “{name}”, which is unknown.", "Use a code of the file it points to.")));

    private static IEnumerable<PackFlaw> KeysOnce(List<ContactOutcome> outcomes, Pack pack) =>
        outcomes.Where(outcome => outcome.Key is not null).GroupBy(outcome => outcome.Key).SelectMany(same => same.Skip(1)).Select(outcome =>
            new PackFlaw(outcome.Code, $"The key “{outcome.Key}” is used twice.", "Choose another letter."));

    public sealed record Channel(string Code, Label Label, bool Live);

    public sealed record Reason(string Code, Label Label, bool Screen);

    public sealed record ContactOutcome(string Code, Label Label, Counts Counts, char? Key);

    public enum Counts
    {
        Trafficking,
        Risk,
        OtherCrime,
        Information,
        None,
    }

    public sealed record Form(string Code, Label Label, IReadOnlyList<string> Purposes, Norm Norm);

    public sealed record Element(string Code, Label Label, Norm Norm, bool Palermo, bool Sexual = false);

    public sealed record Tier(string Code, Label Label, Label Meaning, bool KeepsIdentity, bool MayShare);

    public sealed record Basis(string Code, Label Label, Label Meaning, Norm Norm, bool NeedsConsent, bool CarriesIdentity, bool ChildrenOnly, bool NeedsReason, int? ReviewWithinHours);

    public sealed record Field(string Code, Label Label, FieldKind Kind);

    public enum FieldKind
    {
        Code,
        Narrative,
        Identity,
    }

    public sealed record Purpose(string Code, Label Label, IReadOnlyList<string> Fields);

    public sealed record DeclineReason(string Code, Label Label, bool NeedsNote);

    public sealed record ReferralOutcome(string Code, Label Label, bool CountsPeople, bool Closes);

    public sealed record OfficeKind(string Code, Label Label, bool Confidential);

    public sealed record Agency(string Code, string ShortName, Label Name, string Kind, bool Fictional);

    public sealed record Office(
        string Code,
        string Agency,
        string Kind,
        Label Name,
        IReadOnlyList<string> Areas,
        string? Address,
        bool Confidential,
        bool Fictional,
        IReadOnlyList<string> Phones,
        string? Email,
        Hours Hours,
        IReadOnlyList<string> Needs,
        IReadOnlyList<DutyContact> Duty,
        bool Confirmed = true);

    public sealed record DutyContact(DutyOrder Order, string Name, Label Role, string Phone, string Email, Hours Hours);

    public enum DutyOrder
    {
        First,
        Second,
    }
}
