using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Flags;

/// <summary>Takes a mark off a case that no longer holds. That it was there stays on record.</summary>
[Needs(Permission.FlagCase)]
internal sealed class LowerFlagModel(Db db, CaseCodes codes, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [FromRoute]
    public string Flag { get; set; } = "";

    public Case Case { get; private set; } = null!;

    public string Name => codes.Flags.Name(new Code(Flag));

    public async Task OnGetAsync(CancellationToken cancel) => Case = await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        await db.RecordAsync(Case.Lower(new Code(Flag), clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}");
    }

    private async Task<Case> FindAsync(CancellationToken cancel)
    {
        var flag = Code.IsCode(Flag) ? new Code(Flag) : throw new Missing();
        return await db.Cases.Include(c => c.Flags).HeldBy(viewer).Where(c => c.Id == Id && c.Flags.Any(f => f.Flag == flag)).OrMissingAsync(cancel);
    }
}
