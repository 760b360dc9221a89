using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

/// <summary>Emergency accesses on other pages: those to review on the board, one's own open ones at home.</summary>
internal sealed class GlassWork(Db db, CaseCodes codes, IStaff staff, ClockFaces clocks, Viewer viewer, TimeProvider clock)
{
    private const int Most = 20;

    public async Task<object?> OnBoardAsync(CancellationToken cancel)
    {
        var me = viewer.User;
        var waiting = await RowsAsync(db.EmergencyAccesses.WatchedBy(viewer, db.Cases).Where(a => a.ReviewedAt == null && a.By != me).OrderBy(a => a.OpenedAt), cancel);
        return waiting.Count == 0 ? null : waiting;
    }

    public async Task<object?> OnHomeAsync(CancellationToken cancel)
    {
        var open = await RowsAsync(db.EmergencyAccesses.OpenTo(viewer, clock.GetUtcNow()).OrderBy(a => a.ExpiresAt), cancel);
        return open.Count == 0 ? null : open;
    }

    private async Task<IReadOnlyList<AccessRow>> RowsAsync(IQueryable<EmergencyAccess> accesses, CancellationToken cancel)
    {
        var rows = await accesses.AsNoTracking().Take(Most).Join(db.Cases, a => a.Case, c => c.Id, (a, c) => new { Access = a, c.Reference }).ToListAsync(cancel);
        var names = await staff.FindAsync([.. rows.Select(r => r.Access.By).Distinct()], cancel);
        var faces = await clocks.RunningAsync([.. rows.Select(r => r.Access.Id.Value)], "case.glass-reviewed", cancel);
        return [.. rows.Select(r => new AccessRow(
            r.Access, r.Reference, names.GetValueOrDefault(r.Access.By)?.Name, codes.AccessReasons.Name(r.Access.Reason), faces.GetValueOrDefault(r.Access.Id.Value)))];
    }
}

internal sealed record AccessRow(EmergencyAccess Access, string Reference, string? By, string Reason, ClockFace? Clock);
