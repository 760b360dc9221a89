using Amparo.Cases.Agencies;
using Amparo.Cases.BreakGlass;
using Amparo.Cases.Flags;
using Amparo.Cases.Places;
using Amparo.Cases.Screenings;
using Amparo.Cases.Tasks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>One case: what is to be done next, what it is about, who is in it, which contacts belong to it, and what happened. No name stands here.</summary>
[Needs(Permission.SeeCases)]
internal sealed class DetailsModel(
    Db db, CaseCodes codes, CaseReading reading, CaseContacts contacts, CaseTasks tasks, PlacesOfCase places, CaseAgencies agencies, PersonScreeningsShown screenings, Whom whom,
    Glass glass, Timelines timelines, IStaff staff, IPermits permits, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    public Case Case { get; private set; } = null!;

    public CaseCodes Codes => codes;

    /// <summary>Through which emergency access it is read, and only read; null for who is tied to it.</summary>
    public EmergencyAccess? Access { get; private set; }

    /// <summary>One's agency works on it: seeing is not yet changing.</summary>
    public bool IsHeld { get; private set; }

    public string? Summary { get; private set; }

    public string? Assigned { get; private set; }

    public IReadOnlyList<FlagTag> Flags => FlagTag.Of(Case.Raised.Select(f => f.Flag), codes.Flags);

    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    public TaskRow? Next => Tasks.FirstOrDefault(t => t.IsOpen);

    public IReadOnlyList<Person> People { get; private set; } = [];

    /// <summary>What was concluded about each, for the agency that took the case: an agency with a part sees it on the person's page, as they agreed.</summary>
    public IReadOnlyDictionary<PersonId, Result?> Screened { get; private set; } = new Dictionary<PersonId, Result?>();

    /// <summary>Nobody can be screened until somebody says who may be a victim.</summary>
    public bool LacksPossibleVictim => People.All(p => codes.Roles.Find(p.Role.Value) is not { IsPossibleVictim: true });

    public IReadOnlyList<PlaceRow> Places { get; private set; } = [];

    public IReadOnlyList<CaseAgency> Agencies { get; private set; } = [];

    public bool IsOurs { get; private set; }

    /// <summary>Who answers for the case, and so for its leaving.</summary>
    public string TakenBy => Agencies.FirstOrDefault(a => a is { IsTied: true, Tie.Why: Tie.Took })?.Name ?? "";

    /// <summary>Who exports it here; null where one does oneself, and where it is not this agency's to export.</summary>
    public IReadOnlyList<string>? Exporters { get; private set; }

    public IReadOnlyList<CaseContactRow> Contacts { get; private set; } = [];

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    /// <summary>Whether an act's button stands here: never for who only reads.</summary>
    public bool May(string permission) => IsHeld && permits.May(User, permission);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await db.ReadableCases(viewer, clock.GetUtcNow())
            .Include(c => c.Contacts).Include(c => c.Flags).Include(c => c.Ties).AsSplitQuery()
            .Where(c => c.Id == Id).OrMissingAsync(cancel);
        Access = await glass.OfAsync(Id, cancel);
        IsHeld = await db.Cases.HeldBy(viewer).AnyAsync(c => c.Id == Id, cancel);
        Summary = await reading.SummaryAsync(Case, cancel);
        Assigned = Case.AssignedTo is { } who ? (await staff.FindAsync([who], cancel)).Values.FirstOrDefault()?.Name : null;
        Tasks = await tasks.OfAsync(Id, cancel);
        People = await db.People.AsNoTracking().Where(p => p.Case == Id).OrderBy(p => p.AddedAt).ToListAsync(cancel);
        Places = await places.OfAsync(Id, cancel);
        Agencies = await agencies.OfAsync(Case, cancel);
        IsOurs = Case.Tied.Any(t => t.Why == Tie.Took && t.Agency == viewer.Agency);
        Exporters = IsOurs && IsHeld ? await whom.MayAsync(Permission.ExportCase, cancel) : null;
        if (IsOurs || Access is not null)
            Screened = await screenings.OfCaseAsync(Id, cancel);
        Contacts = await contacts.OfAsync(Case, cancel);
        Timeline = await timelines.OfAsync(Id, cancel);
    }
}
