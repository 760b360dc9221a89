using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Tasks;

/// <summary>A task's words are read by those tied to the case: they stand on the page where it is finished.</summary>
internal sealed class TaskRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new CaseTaskId(record);
        return db.CaseTasks.In(db.Cases.VisibleTo(viewer)).AnyAsync(t => t.Id == id, cancel);
    }
}
