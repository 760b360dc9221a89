using Amparo.Cases.BreakGlass;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Places;

/// <summary>A place's words are read by those who may read the case.</summary>
internal sealed class PlaceRevealRule(Db db, TimeProvider clock) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new CasePlaceId(record);
        return db.CasePlaces.In(db.CasesToRead(viewer, purpose, clock.GetUtcNow())).AnyAsync(p => p.Id == id, cancel);
    }
}
