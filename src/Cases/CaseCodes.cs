using Amparo.Cases.Agencies;
using Amparo.Cases.BreakGlass;
using Amparo.Cases.Flags;
using Amparo.Cases.Places;
using Amparo.Cases.Tasks;
using Amparo.Platform.Packs;

namespace Amparo.Cases;

/// <summary>The code lists of cases, as the country pack holds them.</summary>
internal sealed class CaseCodes(Pack pack)
{
    public CodeList<CaseState> States { get; } = new(pack.Read<List<CaseState>>("cases/states.json"));

    public CodeList<Closing> Closings { get; } = new(pack.Read<List<Closing>>("cases/closings.json"));

    public CodeList<PersonRole> Roles { get; } = new(pack.Read<List<PersonRole>>("cases/roles.json"));

    public CodeList<PersonStatus> Statuses { get; } = new(pack.Read<List<PersonStatus>>("cases/statuses.json"));

    public CodeList<Decider> Deciders { get; } = new(pack.Read<List<Decider>>("cases/deciders.json"));

    public CodeList<AgeGroup> AgeGroups { get; } = new(pack.Read<List<AgeGroup>>("cases/age-groups.json"));

    public CodeList<Sex> Sexes { get; } = new(pack.Read<List<Sex>>("cases/sexes.json"));

    public CodeList<ProcessRole> ProcessRoles { get; } = new(pack.Read<List<ProcessRole>>(ProcessRole.File));

    public CodeList<Flag> Flags { get; } = new(pack.Read<List<Flag>>(Flag.File));

    public CodeList<PlaceKind> PlaceKinds { get; } = new(pack.Read<List<PlaceKind>>(PlaceKind.File));

    public CodeList<TaskAct> TaskActs { get; } = new(pack.Read<List<TaskAct>>(TaskAct.File));

    public CodeList<TaskResult> TaskResults { get; } = new(pack.Read<List<TaskResult>>(TaskResult.File));

    public CodeList<PartReason> PartReasons { get; } = new(pack.Read<List<PartReason>>(PartReason.File));

    public CodeList<AccessReason> AccessReasons { get; } = new(pack.Read<List<AccessReason>>(AccessReason.File));

    /// <summary>Whether an age is treated as under 18. One that a newer pack has dropped is.</summary>
    public bool IsChild(Platform.Code ageGroup) => AgeOf(ageGroup) < Amparo.Screening.AgeGroup.Adult;

    /// <summary>What an age is to the law. One that a newer pack has dropped is in doubt.</summary>
    public Amparo.Screening.AgeGroup AgeOf(Platform.Code ageGroup) => AgeGroups.Find(ageGroup)?.Age ?? Amparo.Screening.AgeGroup.CouldBeUnder18;

    /// <summary>The sections that the module's manifest names, with what must be true of them.</summary>
    public static IEnumerable<PackSection> Sections =>
    [
        PackSection.Of<List<CaseState>>("cases/states.json", (states, _) => UnknownStates(states)),
        PackSection.Of<List<Closing>>("cases/closings.json"),
        PackSection.Of<List<PersonRole>>("cases/roles.json", (roles, pack) => [.. UnknownStatuses(roles, pack), .. NoVictim(roles)]),
        PackSection.Of<List<PersonStatus>>("cases/statuses.json", UnknownRoles),
        PackSection.Of<List<Decider>>("cases/deciders.json"),
        PackSection.Of<List<AgeGroup>>("cases/age-groups.json"),
        PackSection.Of<List<Sex>>("cases/sexes.json"),
        PackSection.Of<List<ProcessRole>>(ProcessRole.File),
        PackSection.Of<List<Flag>>(Flag.File),
        PackSection.Of<List<PlaceKind>>(PlaceKind.File),
        PackSection.Of<List<TaskAct>>(TaskAct.File),
        PackSection.Of<List<TaskResult>>(TaskResult.File, NoneDone),
        PackSection.Of<List<PartReason>>(PartReason.File),
        PackSection.Of<List<AccessReason>>(AccessReason.File, NoExpiry),
    ];

    private static IEnumerable<PackFlaw> NoneDone(List<TaskResult> results, Pack pack) =>
        results.Exists(r => r.IsDone) ? [] : [new PackFlaw(results.FirstOrDefault()?.Code ?? "", "No result says that a task was done.", "Give one of them “isDone”: true.")];

    private static IEnumerable<PackFlaw> NoExpiry(List<AccessReason> reasons, Pack pack) =>
        pack.Clocks.Count(GlassClock.Ends) == 1
            ? []
            : [new PackFlaw(reasons.FirstOrDefault()?.Code ?? "", "Nothing says how long an emergency access lasts.", $"Write one clock of kind “expires” that starts on {GlassClock.Start} into clocks.json.")];

    private static IEnumerable<PackFlaw> UnknownStates(List<CaseState> states) =>
        from state in states
        from next in state.Next
        where states.All(s => s.Code != next)
        select new PackFlaw(state.Code, $"No state has the code “{next}”.", "Write the code of a state of this file in “next”.");

    private static IEnumerable<PackFlaw> UnknownStatuses(List<PersonRole> roles, Pack pack) =>
        from role in roles
        where role.Status is not null && pack.Read<List<PersonStatus>>("cases/statuses.json").All(s => s.Code != role.Status || s.Role != role.Code)
        select new PackFlaw(role.Code, $"No status of this role has the code “{role.Status}”.", "Add it to cases/statuses.json, or write null.");

    private static IEnumerable<PackFlaw> NoVictim(List<PersonRole> roles) => roles.Exists(role => role.IsPossibleVictim)
        ? []
        : [new PackFlaw(roles.FirstOrDefault()?.Code ?? "", "No role says that somebody may be a victim: nobody could be screened.", "Give one of them “isPossibleVictim”: true.")];

    private static IEnumerable<PackFlaw> UnknownRoles(List<PersonStatus> statuses, Pack pack) =>
        from status in statuses
        where pack.Read<List<PersonRole>>("cases/roles.json").All(r => r.Code != status.Role)
        select new PackFlaw(status.Code, $"No role has the code “{status.Role}”.", "Write a code of cases/roles.json.");
}

/// <summary>A state of a case and the states that may follow it. A new case begins in the first of the list.</summary>
internal sealed record CaseState(string Code, Label Label, IReadOnlyList<string> Next, bool Closes) : ICoded;

/// <summary>Why a case is closed.</summary>
internal sealed record Closing(string Code, Label Label) : ICoded;

/// <summary>What somebody is in a case, and the status they begin with.</summary>
/// <param name="IsPossibleVictim">Whether they are screened.</param>
/// <param name="IsPresumedTrafficker">Whether they may have had roles in the trafficking itself.</param>
internal sealed record PersonRole(string Code, Label Label, string? Status, bool IsPossibleVictim = false, bool IsPresumedTrafficker = false) : ICoded;

/// <summary>What a presumed trafficker did in the trafficking: recruited, transported, harboured, exploited.</summary>
internal sealed record ProcessRole(string Code, Label Label) : ICoded
{
    public const string File = "cases/process-roles.json";
}

/// <summary>Who somebody is in the eyes of the law; some only an authority can say.</summary>
internal sealed record PersonStatus(string Code, Label Label, string Role, bool NeedsAuthority, Norm? Norm = null) : ICoded;

/// <summary>Who decided a status.</summary>
internal sealed record Decider(string Code, Label Label, bool IsAuthority) : ICoded;

/// <summary>How old somebody is, as far as it matters to the law. In doubt a child.</summary>
internal sealed record AgeGroup(string Code, Label Label, Amparo.Screening.AgeGroup Age) : ICoded;

internal sealed record Sex(string Code, Label Label) : ICoded;
