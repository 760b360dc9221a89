using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Tasks;

/// <summary>Something to be done in a case by a day, given to somebody of an agency that has a part in it.</summary>
[Needs(Permission.PlanTask)]
internal sealed class AddTaskModel(Db db, CaseCodes codes, CaseStaff staff, Pack pack, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int FarthestYears = 5;
    private static readonly TimeOnly EndOfDay = new(23, 59);

    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public TaskInput Input { get; set; } = new();

    public Case Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Acts => codes.TaskActs.Choices();

    public IReadOnlyList<Choice> Staff { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Input.Day ??= pack.Country.Today(clock).AddDays(1);
        Input.For ??= viewer.User;
        Staff = [.. (await StaffAsync(cancel)).Select(m => new Choice(m.Id.ToString(), m.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        var act = codes.TaskActs.Find(Input.Act) ?? throw new Refused("task.act-missing");
        var somebody = (await StaffAsync(cancel)).FirstOrDefault(m => m.Id == Input.For) ?? throw new Refused("task.for-missing");
        if (Input.Day > pack.Country.Today(clock).AddYears(FarthestYears))
            throw new Refused("task.too-far", FarthestYears);
        var due = pack.Country.Instant(Input.Day!.Value, EndOfDay);
        var (task, added) = CaseTask.Add(Case, new Code(act.Code), somebody.Id, due, Input.Words?.Trim(), seals, clock.GetUtcNow());
        db.CaseTasks.Add(task);
        await db.RecordAsync(added, cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<IReadOnlyList<StaffMember>> StaffAsync(CancellationToken cancel) => staff.OfAsync(Case.Tied.Where(t => t.Why != Tie.Received).Select(t => t.Agency), cancel);

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.Include(c => c.Ties).HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class TaskInput
{
    [Required(ErrorMessage = "task.act-missing")]
    public string? Act { get; set; }

    [Required(ErrorMessage = "task.for-missing")]
    public UserId? For { get; set; }

    [Required(ErrorMessage = "task.day-missing")]
    public DateOnly? Day { get; set; }

    [StringLength(1000)]
    public string? Words { get; set; }
}
