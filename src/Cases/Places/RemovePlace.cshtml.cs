using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.Places;

/// <summary>Takes a place out of view that is none of this case. That it was there stays.</summary>
[Needs(Permission.ChangePlaces)]
internal sealed class RemovePlaceModel(Db db, CaseCodes codes, Pack pack, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CasePlaceId Id { get; set; }

    public CasePlace Place { get; private set; } = null!;

    public string Name => $"{codes.PlaceKinds.Name(Place.Kind)}: {pack.Areas.Path(Place.Area.Value)}";

    public async Task OnGetAsync(CancellationToken cancel) => Place = await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Place = await FindAsync(cancel);
        var @case = await db.Cases.Where(c => c.Id == Place.Case).OrMissingAsync(cancel);
        await db.RecordAsync(Place.Remove(@case, clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Place.Case}");
    }

    private Task<CasePlace> FindAsync(CancellationToken cancel) => db.CasePlaces.In(db.Cases.HeldBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
}
