using Amparo.Contacts;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Whom callers said that nobody may tell: the safety checks of a case's contacts bind every hand-over of it.</summary>
public sealed class NeverTold(Db db)
{
    public async Task<IReadOnlyList<AgencyId>> OfAsync(CaseId @case, CancellationToken cancel)
    {
        var joined = db.Cases.Where(c => c.Id == @case).SelectMany(c => c.Contacts).Where(j => j.PartedAt == null).Select(j => j.Contact);
        var never = await db.Contacts.AsNoTracking()
            .Where(c => c.Safety != null && joined.Contains(c.Id))
            .Select(c => c.Safety!.NeverTell)
            .ToListAsync(cancel);
        return [.. never.SelectMany(agencies => agencies).Distinct()];
    }
}
