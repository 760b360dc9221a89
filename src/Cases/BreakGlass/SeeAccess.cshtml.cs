using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.BreakGlass;

/// <summary>One emergency access: for who opened it and for the supervisors of the agency that took the case.</summary>
[Needs(Permission.BreakGlass)]
internal sealed class SeeAccessModel(AccessSheets sheets, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public EmergencyAccessId Id { get; set; }

    public AccessSheet Sheet { get; private set; } = null!;

    public bool IsOpen => Sheet.Access.IsOpen(clock.GetUtcNow());

    public bool IsMine => Sheet.Access.By == viewer.User;

    public async Task OnGetAsync(CancellationToken cancel) => Sheet = await sheets.OfAsync(await sheets.FindAsync(Id, cancel), cancel);
}
