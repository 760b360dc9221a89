using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Agencies;

/// <summary>Gives another agency a part in a case, which it then sees; only the agency that took the case does so, and never
/// to one that a caller said nobody may tell.</summary>
[Needs(Permission.GivePart)]
internal sealed class GivePartModel(Db db, CaseCodes codes, CaseAgencies agencies, NeverTold neverTold, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public PartInput Input { get; set; } = new();

    public Case Case { get; private set; } = null!;

    public IReadOnlyList<CaseAgency> Parts { get; private set; } = [];

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public IReadOnlyList<Choice> Reasons => codes.PartReasons.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Parts = await agencies.OfAsync(Case, cancel);
        var tied = Case.Tied.Select(t => t.Agency).ToList();
        var others = await db.Agencies.AsNoTracking().Where(a => !tied.Contains(a.Id)).OrderBy(a => a.Name).ToListAsync(cancel);
        Others = [.. others.Select(a => new Choice(a.Id.ToString(), a.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var @case = await FindAsync(cancel);
        var agency = await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Input.Agency, cancel) ?? throw new Refused("part.agency-missing");
        var reason = codes.PartReasons.Find(Input.Reason) ?? throw new Refused("part.reason-missing");
        if ((await neverTold.OfAsync(Id, cancel)).Contains(agency.Id))
            throw new Refused("part.never-told");
        await db.RecordAsync(@case.Assign(agency.Id, new Code(reason.Code), clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}/agencies");
    }

    private Task<Case> FindAsync(CancellationToken cancel) =>
        db.Cases.Include(c => c.Ties).VisibleTo(viewer).TakenBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class PartInput
{
    [Required(ErrorMessage = "part.agency-missing")]
    public AgencyId? Agency { get; set; }

    [Required(ErrorMessage = "part.reason-missing")]
    public string? Reason { get; set; }
}
