using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>Finds the office that must be told: by what is needed, where, and whom never to tell.</summary>
public sealed class DutyRoster(Db db, Pack pack, TimeProvider clock)
{
    /// <summary>The office nearest to the place that can do what is needed; when there is none the national unit; null when even that must not be told.</summary>
    public async Task<Office?> FindAsync(Platform.Code need, Platform.Code? area, IReadOnlyCollection<AgencyId> never, CancellationToken cancel)
    {
        var found = await AllAsync(need, area, never, cancel);
        return found.Count > 0 ? found[0] : await NationalAsync(never, cancel);
    }

    /// <summary>All that can do it there (or anything, without a need): those open now first, then the smallest area of duty, then those that do
    /// little else.</summary>
    public async Task<IReadOnlyList<Office>> AllAsync(Platform.Code? need, Platform.Code? area, IReadOnlyCollection<AgencyId> never, CancellationToken cancel)
    {
        if (area is not { } place)
            return [];
        var up = pack.Areas.Up(place.Value).Select(a => a.Code).Append(AreaTree.Everywhere).ToList();
        var offices = await db.Offices.AsNoTracking().Where(o => o.Active && o.Areas.Any(a => up.Contains(a.Area))).Include(o => o.Areas).ToListAsync(cancel);
        var local = pack.Country.Local(clock.GetUtcNow()).DateTime;
        return
        [
            .. offices
                .Where(o => (need is null || o.Needs.Contains(need.Value.Value)) && !never.Contains(o.Agency))
                .OrderBy(o => !o.Hours.IsOpen(local))
                .ThenBy(o => o.Areas.Min(a => up.IndexOf(a.Area) is >= 0 and var i ? i : int.MaxValue))
                .ThenBy(o => o.Needs.Count)
                .ThenBy(o => o.Code.Value, StringComparer.Ordinal),
        ];
    }

    private async Task<Office?> NationalAsync(IReadOnlyCollection<AgencyId> never, CancellationToken cancel)
    {
        var code = new Platform.Code(pack.Country.NationalUnit);
        var national = await db.Offices.AsNoTracking().Include(o => o.Areas).FirstOrDefaultAsync(o => o.Active && o.Code == code, cancel);
        return national is null || never.Contains(national.Agency) ? null : national;
    }
}
