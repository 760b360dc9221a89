using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.Places;

/// <summary>One more place of a case, and what happened there.</summary>
[Needs(Permission.ChangePlaces)]
internal sealed class AddPlaceModel(Db db, CaseCodes codes, Pack pack, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public Case Case { get; private set; } = null!;

    public PlaceForm Form => PlaceForm.New(Id, codes);

    public async Task OnGetAsync(CancellationToken cancel) => Case = await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        var (kind, area) = Input.Read(codes, pack);
        var (place, added) = CasePlace.Add(Case, kind, area, Input.Words?.Trim(), seals, clock.GetUtcNow());
        db.CasePlaces.Add(place);
        await db.RecordAsync(added, cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
