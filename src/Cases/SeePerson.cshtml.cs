using Amparo.Cases.BreakGlass;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Somebody in a case, by name. Each look at a name is recorded.</summary>
[Needs(Permission.SeeCases)]
internal sealed class SeePersonModel(Db db, CaseCodes codes, CaseReading reading, Glass glass, Timelines timelines, IPermits permits, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    public Person Person { get; private set; } = null!;

    public PersonWords Words { get; private set; } = null!;

    public Case Case { get; private set; } = null!;

    /// <summary>Through which emergency access the case is read, and only read.</summary>
    public EmergencyAccess? Access { get; private set; }

    public CaseCodes Codes => codes;

    public IReadOnlyList<DecidedStatus> Decisions => [.. Person.Decisions.OrderByDescending(d => d.Number)];

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    /// <summary>Whether an act's button stands here: never for who only reads.</summary>
    public bool May(string permission) => Access is null && Case.IsOpen && permits.May(User, permission);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Person = await db.People.AsNoTracking().In(db.ReadableCases(viewer, clock.GetUtcNow())).Include(p => p.Decisions).Where(p => p.Id == Id).OrMissingAsync(cancel);
        Case = await db.Cases.AsNoTracking().Where(c => c.Id == Person.Case).OrMissingAsync(cancel);
        Access = await glass.OfAsync(Case.Id, cancel);
        Words = await reading.WordsAsync(Person, cancel);
        Timeline = await timelines.OfAsync(Id, cancel);
    }
}
