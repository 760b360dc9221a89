using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>An office: what it can do, where, and who answers now.</summary>
[Needs(Permission.SeeProviders)]
internal sealed class DetailsModel(Db db, Viewer viewer, Pack pack, Timelines timelines, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OfficeId Id { get; set; }

    public Office Office { get; private set; } = null!;

    public Agency Agency { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    public bool MayChange { get; private set; }

    public DutyContact? First { get; private set; }

    public DutyContact? Second { get; private set; }

    /// <summary>Somebody is on duty at this hour; otherwise the first of the list stands in.</summary>
    public bool FirstIsThere { get; private set; }

    public IEnumerable<DutyContact> Others => Office.Duty.Where(d => d != First && d != Second);

    public IReadOnlyList<Moment> Moments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Office = await db.Offices.AsNoTracking().Include(o => o.Areas).Where(o => o.Active && o.Id == Id).OrMissingAsync(cancel);
        Agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == Office.Agency, cancel);
        MayChange = await db.Offices.EditableBy(viewer).AnyAsync(o => o.Id == Id, cancel);
        Moments = await timelines.OfAsync(Id, cancel);
        var local = pack.Country.Local(clock.GetUtcNow()).DateTime;
        IsOpen = Office.Hours.IsOpen(local);
        (First, Second) = (Office.OnDuty(local), Office.Second(local));
        FirstIsThere = First?.Hours.IsOpen(local) == true;
    }
}
