using Amparo.Contacts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>Which words of a person somebody may read: all of them where the agency took the case, and what the person agreed to where it
/// was handed the case. A role alone opens none.</summary>
internal sealed class PersonReach(Db db, ConsentLedger ledger)
{
    public async Task<bool> MayAsync(Viewer viewer, PersonId id, string property, CancellationToken cancel)
    {
        var agency = viewer.Agency;
        var tied = await db.People.In(db.Cases.VisibleTo(viewer)).Where(p => p.Id == id)
            .Select(p => new { p.Case, NeedsConsent = db.Set<CaseTie>().Any(t => t.Case == p.Case && t.Agency == agency && t.Why != Tie.Took) })
            .FirstOrDefaultAsync(cancel);
        if (tied is not { NeedsConsent: true } || agency is not { } reader)
            return tied is not null;
        var purposes = await db.Set<CaseReceipt>().Where(r => r.Case == tied.Case && r.Agency == reader && r.EndedAt == null).Select(r => r.Purpose).Distinct().ToListAsync(cancel);
        var agreed = (await ledger.FieldsAsync([id], reader, purposes, cancel))[id].ToHashSet();
        return PersonHandover.Needs(property).All(agreed.Contains);
    }
}

/// <summary>A person's words are read by those who see the case, as far as <see cref="PersonReach"/> goes.</summary>
internal sealed class PersonRevealRule(PersonReach reach) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Platform.Code purpose, CancellationToken cancel) =>
        reach.MayAsync(viewer, new PersonId(record), field.Name, cancel);
}
