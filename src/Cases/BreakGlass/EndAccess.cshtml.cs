using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.BreakGlass;

/// <summary>Ends an emergency access before its time: whoever needs it no longer, or a supervisor who watches.</summary>
[Needs(Permission.BreakGlass)]
internal sealed class EndAccessModel(Db db, AccessSheets sheets, TimeProvider clock) : PageModel
{
    [FromRoute]
    public EmergencyAccessId Id { get; set; }

    public EmergencyAccess Access { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Access = await sheets.FindAsync(Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Access = await sheets.FindAsync(Id, cancel);
        await db.RecordAsync(Access.End(clock.GetUtcNow()), cancel);
        return Redirect($"/break-glass/{Id}");
    }
}
