using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

/// <summary>Through which emergency access somebody reads a case; through none who is tied to it.</summary>
internal sealed class Glass(Db db, Viewer viewer, TimeProvider clock)
{
    private readonly Dictionary<CaseId, EmergencyAccess?> _known = [];

    public async Task<EmergencyAccess?> OfAsync(CaseId @case, CancellationToken cancel)
    {
        if (!_known.TryGetValue(@case, out var access))
            _known[@case] = access = await FindAsync(@case, cancel);
        return access;
    }

    private async Task<EmergencyAccess?> FindAsync(CaseId @case, CancellationToken cancel)
    {
        var tied = db.Cases.VisibleTo(viewer);
        return await db.EmergencyAccesses.AsNoTracking().OpenTo(viewer, clock.GetUtcNow())
            .Where(a => a.Case == @case && !tied.Any(c => c.Id == @case))
            .OrderByDescending(a => a.ExpiresAt).FirstOrDefaultAsync(cancel);
    }
}
