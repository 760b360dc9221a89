using Amparo.Contacts;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Whom a caller of the case said that nobody may tell: the safety check binds who may be given a part in it.</summary>
internal sealed class NeverTold(Db db)
{
    public async Task<bool> NamesAsync(CaseId @case, AgencyId agency, CancellationToken cancel)
    {
        var joined = db.Cases.Where(c => c.Id == @case).SelectMany(c => c.Contacts).Where(j => j.PartedAt == null).Select(j => j.Contact);
        var never = await db.Contacts.AsNoTracking()
            .Where(c => c.Safety != null && joined.Contains(c.Id))
            .Select(c => c.Safety!.NeverTell)
            .ToListAsync(cancel);
        return never.Exists(agencies => agencies.Contains(agency));
    }
}
