using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.Tasks;

/// <summary>Says that a task was done, or why not.</summary>
[Needs(Permission.PlanTask)]
internal sealed class FinishTaskModel(Db db, CaseCodes codes, CaseReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseTaskId Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "task.result-missing")]
    public string? Result { get; set; }

    public CaseTask Task { get; private set; } = null!;

    public string? Words { get; private set; }

    public string Act => codes.TaskActs.Name(Task.Act);

    public ClockFace Face => new(Task.DueAt, Task.FinishedAt, codes.TaskResults.Name(Task.Result) is { Length: > 0 } result ? result : Act);

    public IReadOnlyList<Choice> Results => codes.TaskResults.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Task = await FindAsync(cancel);
        Words = await reading.TaskAsync(Task, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var task = await FindAsync(cancel);
        var result = codes.TaskResults.Find(Result) ?? throw new Refused("task.result-missing");
        await db.RecordAsync(task.Finish(result, clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{task.Case}");
    }

    private Task<CaseTask> FindAsync(CancellationToken cancel) => db.CaseTasks.In(db.Cases.HeldBy(viewer)).Where(t => t.Id == Id).OrMissingAsync(cancel);
}
