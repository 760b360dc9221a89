using Amparo.Cases.Consents;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

/// <summary>What was answered about somebody is read by those who see the case, as far as <see cref="PersonReach"/> goes: it says what happened to them.</summary>
internal sealed class PersonScreeningRevealRule(Db db, PersonReach reach) : IRevealRule
{
    public async Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new PersonScreeningId(record);
        var person = await db.PersonScreenings.Where(s => s.Id == id).Select(s => (PersonId?)s.Person).FirstOrDefaultAsync(cancel);
        return person is { } of && await reach.MayAsync(viewer, of, field.Name, purpose, cancel);
    }
}
