using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>Brings the agencies and offices of the country pack into the database. What is there already, by its code, stays as people left it.</summary>
public sealed class ProvidersImport(Db db, Pack pack)
{
    public async Task ImportAsync(CancellationToken cancel)
    {
        await ImportAgenciesAsync(cancel);
        await ImportOfficesAsync(cancel);
    }

    private async Task ImportAgenciesAsync(CancellationToken cancel)
    {
        var known = await db.Agencies.Select(a => a.Code).ToHashSetAsync(cancel);
        foreach (var entry in pack.Agencies.Where(entry => !known.Contains(new(entry.Code))))
        {
            var (agency, added) = Agency.Add(new(entry.Code), new(entry.Kind), entry.Name.In(pack.Country.DefaultCulture));
            db.Add(agency);
            await db.RecordAsync(added, cancel);
        }
    }

    private async Task ImportOfficesAsync(CancellationToken cancel)
    {
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Code.Value, cancel);
        var known = await db.Offices.Select(o => o.Code).ToHashSetAsync(cancel);
        foreach (var entry in pack.Offices.Where(entry => !known.Contains(new(entry.Code))))
        {
            if (!agencies.TryGetValue(entry.Agency, out var agency))
                throw new InvalidDataException($"Office {entry.Code} of the pack belongs to an unknown agency, “{entry.Agency}”.");
            var (office, added) = Office.Add(agency, entry, pack.Country.DefaultCulture);
            db.Add(office);
            await db.RecordAsync(added, cancel);
            // Else every save looks again at all that were saved before.
            db.ChangeTracker.Clear();
        }
    }
}
