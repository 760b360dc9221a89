using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.Places;

/// <summary>Corrects or completes a place of a case.</summary>
[Needs(Permission.ChangePlaces)]
internal sealed class ChangePlaceModel(Db db, CaseCodes codes, CaseReading reading, Pack pack, Seals seals, Viewer viewer) : PageModel
{
    [FromRoute]
    public CasePlaceId Id { get; set; }

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    /// <summary>What is saved; <see cref="Input"/> is what was typed.</summary>
    public PlaceForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var place = await FindAsync(cancel);
        Form = PlaceForm.Of(place, await reading.PlaceAsync(place, cancel), codes, pack);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, place.FactsStamp);
        var @case = await db.Cases.Where(c => c.Id == place.Case).OrMissingAsync(cancel);
        var (kind, area) = Input.Read(codes, pack, place.Area);
        await db.RecordAsync(place.Change(@case, kind, area, Input.Words?.Trim(), seals), cancel);
        return Redirect($"/cases/{place.Case}");
    }

    private Task<CasePlace> FindAsync(CancellationToken cancel) => db.CasePlaces.In(db.Cases.HeldBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
}
