using Amparo.Cases.BreakGlass;
using Amparo.Cases.Consents;
using Amparo.Cases.Screenings;
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
internal sealed class SeePersonModel(
    Db db, CaseCodes codes, CaseReading reading, ConsentList consents, PersonScreeningsShown screenings, Glass glass, Timelines timelines, IPermits permits, Viewer viewer, TimeProvider clock) : PageModel
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

    /// <summary>The agency took the case: it changes what is known and records what was agreed.</summary>
    public bool IsTaken { get; private set; }

    public bool IsHeld { get; private set; }

    public ConsentsOfPerson Consents { get; private set; } = null!;

    /// <summary>Null where nobody is screened, or where the person did not agree that this agency reads what happened to them.</summary>
    public ScreeningsOfPerson? Screenings { get; private set; }

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    /// <summary>Whether an act's button stands here: never for who only reads.</summary>
    public bool May(string permission) => IsHeld && permits.May(User, permission);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Person = await db.People.AsNoTracking().In(db.ReadableCases(viewer, clock.GetUtcNow())).Include(p => p.Decisions).Where(p => p.Id == Id).OrMissingAsync(cancel);
        Case = await db.Cases.AsNoTracking().Where(c => c.Id == Person.Case).OrMissingAsync(cancel);
        Access = await glass.OfAsync(Case.Id, cancel);
        IsTaken = Case.IsOpen && await db.Cases.TakenBy(viewer).AnyAsync(c => c.Id == Case.Id, cancel);
        IsHeld = Case.IsOpen && await db.Cases.HeldBy(viewer).AnyAsync(c => c.Id == Case.Id, cancel);
        Consents = new ConsentsOfPerson(
            Id, await consents.OfAsync(Person, cancel), IsTaken && permits.May(User, Permission.GiveConsent), Access is null && permits.May(User, Permission.WithdrawConsent));
        Words = await reading.WordsAsync(Person, cancel);
        Screenings = await screenings.OfPersonAsync(Person, IsTaken && May(Permission.ScreenPerson), cancel);
        Timeline = await timelines.OfAsync(Id, cancel);
    }
}
