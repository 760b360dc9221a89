using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>An agency and its offices.</summary>
[Needs(Permission.SeeProviders)]
internal sealed class AgencyDetailsModel(Db db, Pack pack, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AgencyId Id { get; set; }

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<OfficeRow> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Agency = await db.Agencies.AsNoTracking().Where(a => a.Id == Id).OrMissingAsync(cancel);
        var offices = await db.Offices.AsNoTracking().Where(o => o.Active && o.Agency == Id).Include(o => o.Areas).ToListAsync(cancel);
        var local = pack.Country.Local(clock.GetUtcNow()).DateTime;
        Offices = [.. offices.OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase).Select(o => OfficeRow.Of(o, null, local))];
    }
}
