using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Places;

/// <summary>The places of a case with their words, as it shows them.</summary>
internal sealed class PlacesOfCase(Db db, CaseCodes codes, CaseReading reading, Pack pack)
{
    public async Task<IReadOnlyList<PlaceRow>> OfAsync(CaseId @case, CancellationToken cancel)
    {
        List<PlaceRow> rows = [];
        foreach (var place in await db.CasePlaces.AsNoTracking().Where(p => p.Case == @case && p.RemovedAt == null).OrderBy(p => p.AddedAt).ToListAsync(cancel))
            rows.Add(new PlaceRow(place.Id, codes.PlaceKinds.Name(place.Kind), pack.Areas.Path(place.Area.Value), await reading.PlaceAsync(place, cancel)));
        return rows;
    }
}

internal sealed record PlaceRow(CasePlaceId Id, string Kind, string Area, string? Words);
