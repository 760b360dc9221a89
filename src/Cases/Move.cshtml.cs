using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases;

/// <summary>Brings a case into one of the states that may follow, by the pack.</summary>
[Needs(Permission.MoveCase)]
internal sealed class MoveModel(Db db, CaseCodes codes, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public Case Case { get; private set; } = null!;

    public string State => codes.States.Name(Case.State);

    public IReadOnlyList<Choice> States => codes.States.Choices(s => codes.States.Find(Case.State.Value)?.Next.Contains(s.Code) ?? true);

    public IReadOnlyList<Choice> Closings => codes.Closings.Choices();

    public bool MayClose => States.Any(s => codes.States.Find(s.Value)!.Closes);

    public async Task OnGetAsync(CancellationToken cancel) => Case = await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        var to = codes.States.Find(Input.To) ?? throw new Refused("case.move.missing");
        // A state that a newer pack has dropped may lead anywhere: a case must never be stuck.
        var from = codes.States.Find(Case.State.Value) ?? new CaseState(Case.State.Value, to.Label, [to.Code], Closes: false);
        var closing = codes.Closings.Knows(Input.Closing) ? new Code(Input.Closing!) : (Code?)null;
        await db.RecordAsync(Case.Move(from, to, closing, clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class MoveInput
{
    [System.ComponentModel.DataAnnotations.Required(ErrorMessage = "case.move.missing")]
    public string? To { get; set; }

    public string? Closing { get; set; }
}
