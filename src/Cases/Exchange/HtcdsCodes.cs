using Amparo.Platform.Packs;

namespace Amparo.Cases.Exchange;

/// <summary>What the country's codes are in the standard, as the pack says. Null where the standard has none: the fact then stays in the extension alone.</summary>
/// <param name="Closings">Reasons for closing that are a status of their own; the others are what their state is.</param>
/// <param name="MethodsOfControl">The standard's methods, each with the indicators of screening that show it. A method that none shows is never claimed.</param>
internal sealed record HtcdsCodes(
    IReadOnlyDictionary<string, string?> States,
    IReadOnlyDictionary<string, string?> Closings,
    IReadOnlyDictionary<string, string?> Purposes,
    IReadOnlyDictionary<string, string?> AgencyKinds,
    IReadOnlyDictionary<string, string?> Sexes,
    IReadOnlyDictionary<string, string?> Statuses,
    IReadOnlyDictionary<string, string?> Deciders,
    IReadOnlyDictionary<string, string?> ProcessRoles,
    IReadOnlyDictionary<string, string?> PlaceKinds,
    IReadOnlyDictionary<string, string?> Forms,
    IReadOnlyDictionary<string, IReadOnlyList<string>> MethodsOfControl)
{
    public const string File = "cases/htcds.json";

    public static PackSection Section { get; } = PackSection.Of<HtcdsCodes>(File, (codes, pack) => codes.Flaws(pack));

    private IEnumerable<PackFlaw> Flaws(Pack pack)
    {
        (IReadOnlyDictionary<string, string?> Said, string Field, string? File)[] maps =
        [
            (States, "cas_Status", "cases/states.json"),
            (Closings, "cas_Status", null),
            (Purposes, "cas_ReasonForOutgoingReferral", "referrals/purposes.json"),
            (AgencyKinds, "org_Type", "providers/kinds.json"),
            (Sexes, "prs_Gender", "cases/sexes.json"),
            (Statuses, "vic_TraffickingStatus", "cases/statuses.json"),
            (Deciders, "vic_TraffickingStatusDecisionMakingOrg", "cases/deciders.json"),
            (ProcessRoles, "per_RoleInProcess", ProcessRole.File),
            (PlaceKinds, "hte_Type", "cases/place-kinds.json"),
            (Forms, "vic_TypeOfExploitation", "contacts/forms.json"),
        ];
        var indicators = pack.CodesOf("screening/indicators.json");
        return
        [
            .. maps.SelectMany(map => Unsaid(map.Said, map.File is null ? [] : pack.CodesOf(map.File)).Concat(NotInStandard(map.Said, map.Field))),
            .. from method in MethodsOfControl.Keys
               where !Htcds.Version2.CodesOf(Htcds.MethodsOfControl)!.Contains(method)
               select new PackFlaw(method, $"HTCDS has no method of control “{method}”.", "Write one of its codes, or take it out."),
            .. from indicator in MethodsOfControl.Values.SelectMany(all => all)
               where !indicators.Contains(indicator)
               select new PackFlaw(indicator, $"No indicator of screening has the code “{indicator}”.", "Write a code of screening/indicators.json."),
        ];
    }

    private static IEnumerable<PackFlaw> Unsaid(IReadOnlyDictionary<string, string?> said, IEnumerable<string> all) =>
        from code in all
        where !said.ContainsKey(code)
        select new PackFlaw(code, $"Nothing says what “{code}” is in HTCDS.", "Write a code of the standard for it, or null where it has none.");

    private static IEnumerable<PackFlaw> NotInStandard(IReadOnlyDictionary<string, string?> said, string field) =>
        from pair in said
        where pair.Value is not null && !Htcds.Version2.CodesOf(field)!.Contains(pair.Value)
        select new PackFlaw(pair.Key, $"HTCDS has no “{pair.Value}” in {field}.", $"Write one of: {string.Join(", ", Htcds.Version2.CodesOf(field)!)}.");
}
