using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>The bodies of the network and how many offices each has.</summary>
[Needs(Permission.SeeProviders)]
internal sealed class AgenciesModel(Db db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var offices = db.Offices;
        var rows = await db.Agencies
            .Select(a => new Row(a.Id, a.Name, a.Kind, offices.Count(o => o.Active && o.Agency == a.Id)))
            .ToListAsync(cancel);
        Rows = [.. rows.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    internal sealed record Row(AgencyId Id, string Name, Code Kind, int Offices);
}
