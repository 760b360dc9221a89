using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Tasks;

/// <summary>The tasks that pages show: those of a case, and mine at home; the soonest first.</summary>
internal sealed class CaseTasks(Db db, CaseCodes codes, IStaff staff, Viewer viewer)
{
    private const int Most = 10;

    /// <summary>Open ones first; of those that ended, the last few.</summary>
    public async Task<IReadOnlyList<TaskRow>> OfAsync(CaseId @case, CancellationToken cancel)
    {
        var tasks = db.CaseTasks.AsNoTracking().Where(t => t.Case == @case);
        var open = await tasks.Where(t => t.FinishedAt == null).OrderBy(t => t.DueAt).ToListAsync(cancel);
        var ended = await tasks.Where(t => t.FinishedAt != null).OrderByDescending(t => t.FinishedAt).Take(Most).ToListAsync(cancel);
        var names = await staff.FindAsync([.. open.Concat(ended).Select(t => t.For).Distinct()], cancel);
        return [.. open.Concat(ended).Select(t => new TaskRow(t.Id, codes.TaskActs.Name(t.Act), FaceOf(t), names.GetValueOrDefault(t.For)?.Name))];
    }

    public async Task<object?> OnHomeAsync(CancellationToken cancel)
    {
        var me = viewer.User;
        var mine = await db.CaseTasks.AsNoTracking().In(db.Cases.VisibleTo(viewer))
            .Where(t => t.For == me && t.FinishedAt == null)
            .OrderBy(t => t.DueAt).Take(Most)
            .Join(db.Cases, t => t.Case, c => c.Id, (task, c) => new { task, c.Reference })
            .ToListAsync(cancel);
        return mine.Count == 0 ? null : (IReadOnlyList<TaskRow>)[.. mine.Select(m => new TaskRow(m.task.Id, codes.TaskActs.Name(m.task.Act), FaceOf(m.task), null, m.task.Case, m.Reference))];
    }

    private ClockFace FaceOf(CaseTask task) => new(task.DueAt, task.FinishedAt, codes.TaskResults.Name(task.Result));
}

internal sealed record TaskRow(CaseTaskId Id, string Act, ClockFace Clock, string? For, CaseId? Case = null, string? Reference = null)
{
    public bool IsOpen => Clock.Stopped is null;
}
