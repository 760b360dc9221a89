using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Marks a planned act as done.</summary>
[Needs(Permission.PlanFollowUp)]
internal sealed class FinishFollowUpModel(Db db, ContactCodes codes, ContactReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public FollowUpId Id { get; set; }

    public FollowUp FollowUp { get; private set; } = null!;

    public string Act => codes.FollowUps.Name(FollowUp.Act);

    public string? Note { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        FollowUp = await FindAsync(cancel);
        Note = await reading.NoteAsync(FollowUp, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var followUp = await FindAsync(cancel);
        await db.RecordAsync(followUp.Finish(clock.GetUtcNow()), cancel);
        return Redirect($"/contacts/{followUp.Contact}#follow-ups");
    }

    private Task<FollowUp> FindAsync(CancellationToken cancel) => db.FollowUps.VisibleTo(viewer).Where(f => f.Id == Id).OrMissingAsync(cancel);
}
