using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Agencies;

/// <summary>Ends the part of an agency in a case: it sees nothing of it any more.</summary>
[Needs(Permission.GivePart)]
internal sealed class EndPartModel(Db db, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [FromRoute]
    public AgencyId Agency { get; set; }

    public Case Case { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Name = await db.Agencies.Where(a => a.Id == Agency).Select(a => a.Name).OrMissingAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        await db.RecordAsync(Case.EndPart(Agency, clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}/agencies");
    }

    private Task<Case> FindAsync(CancellationToken cancel) =>
        db.Cases.Include(c => c.Ties).VisibleTo(viewer).TakenBy(viewer).Where(c => c.Id == Id && c.Ties.Any(t => t.Agency == Agency)).OrMissingAsync(cancel);
}
