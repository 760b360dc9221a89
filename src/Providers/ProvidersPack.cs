using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>The files of the pack that the directory reads, and what must be true of them.</summary>
internal static class ProvidersPack
{
    private const string KindsFile = "providers/kinds.json";
    private const string AgenciesFile = "providers/agencies.json";
    private const string OfficesFile = "providers/offices.json";

    // The list is the referrals' own: what may be asked of an office is what a referral may ask.
    private const string NeedsFile = "referrals/purposes.json";

    public static PackSection[] Sections { get; } =
    [
        PackSection.Of<List<KindEntry>>(KindsFile),
        PackSection.Of<List<AgencyEntry>>(AgenciesFile, (agencies, pack) => agencies.SelectMany(agency => Flaws(agency, pack))),
        PackSection.Of<List<OfficeEntry>>(OfficesFile, (offices, pack) => offices.SelectMany(office => Flaws(office, pack))),
    ];

    extension(Pack pack)
    {
        public List<KindEntry> Kinds => pack.Read<List<KindEntry>>(KindsFile);

        public List<NeedEntry> Needs => pack.Read<List<NeedEntry>>(NeedsFile);

        public List<AgencyEntry> Agencies => pack.Read<List<AgencyEntry>>(AgenciesFile);

        public List<OfficeEntry> Offices => pack.Read<List<OfficeEntry>>(OfficesFile);
    }

    private static IEnumerable<PackFlaw> Flaws(AgencyEntry agency, Pack pack)
    {
        if (!pack.Kinds.Exists(kind => kind.Code == agency.Kind))
            yield return new(agency.Code, $"Agency {agency.Code} is of an unknown kind, “{agency.Kind}”.", $"Use a code of {KindsFile}.");
    }

    private static IEnumerable<PackFlaw> Flaws(OfficeEntry office, Pack pack)
    {
        var kind = pack.Kinds.Find(k => k.Code == office.Kind);
        if (kind is null)
            yield return new(office.Code, $"Office {office.Code} is of an unknown kind, “{office.Kind}”.", $"Use a code of {KindsFile}.");
        else if (kind.Confidential && !office.Confidential)
            yield return new(office.Code, $"Office {office.Code} is a {kind.Code} and not confidential.", "Write \"confidential\": true.");
        if (!pack.Agencies.Exists(agency => agency.Code == office.Agency))
            yield return new(office.Code, $"Office {office.Code} belongs to an unknown agency, “{office.Agency}”.", $"Use a code of {AgenciesFile}.");
        foreach (var need in office.Needs.Where(code => !pack.Needs.Exists(need => need.Code == code)))
            yield return new(office.Code, $"Office {office.Code} answers an unknown need, “{need}”.", $"Use a code of {NeedsFile}.");
        if (office.Areas.Count == 0)
            yield return new(office.Code, $"Office {office.Code} has no area of duty.", $"Name areas, or “{AreaTree.Everywhere}”.");
        if (office.Duty.Count > Office.MostOnDuty)
            yield return new(office.Code, $"Office {office.Code} lists {office.Duty.Count} contacts.", $"Keep the first {Office.MostOnDuty}.");
    }
}
