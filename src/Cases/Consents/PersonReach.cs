using Amparo.Cases.BreakGlass;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>Which words of a person somebody may read: all of them where the agency took the case or the glass was broken, and what the person
/// agreed to where it was handed the case or given a part. A role alone opens none.</summary>
internal sealed class PersonReach(Db db, ConsentLedger ledger, Handover handover, TimeProvider clock)
{
    // A page opens several fields of one person, and each is asked for twice: by who shows it and by who opens it.
    private (Viewer Viewer, PersonId Person, Code Purpose)? _readsAll;

    /// <param name="purpose">Of the reading: an emergency says so.</param>
    public async Task<bool> MayAsync(Viewer viewer, PersonId id, string property, Code purpose, CancellationToken cancel)
    {
        if (_readsAll == (viewer, id, purpose))
            return true;
        var person = db.People.Where(p => p.Id == id);
        if (!await person.In(db.CasesToRead(viewer, purpose, clock.GetUtcNow())).AnyAsync(cancel))
            return false;
        if (purpose == EmergencyAccess.Purpose || viewer.Agency is not { } agency || await person.In(db.Cases.TakenBy(viewer)).AnyAsync(cancel))
        {
            _readsAll = (viewer, id, purpose);
            return true;
        }
        var agreed = (await ledger.FieldsAsync([id], agency, await PurposesAsync(person, agency, cancel), cancel))[id].ToHashSet();
        return PersonHandover.Needs(property).All(agreed.Contains);
    }

    // What the agency was handed the case for; one that was given a part has it for whatever the person agreed to.
    private async Task<IReadOnlyList<Code>> PurposesAsync(IQueryable<Person> person, AgencyId agency, CancellationToken cancel)
    {
        var cases = person.Select(p => p.Case);
        if (await db.Set<CaseTie>().AnyAsync(t => cases.Contains(t.Case) && t.Agency == agency && t.Why == Tie.Assigned && t.Until == null, cancel))
            return [.. handover.Purposes.All.Select(p => new Code(p.Code))];
        return await db.Set<CaseReceipt>().Where(r => cases.Contains(r.Case) && r.Agency == agency && r.EndedAt == null).Select(r => r.Purpose).Distinct().ToListAsync(cancel);
    }
}

/// <summary>A person's words are read by those who see the case, as far as <see cref="PersonReach"/> goes.</summary>
internal sealed class PersonRevealRule(PersonReach reach) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel) =>
        reach.MayAsync(viewer, new PersonId(record), field.Name, purpose, cancel);
}
