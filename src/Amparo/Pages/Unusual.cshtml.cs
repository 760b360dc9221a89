using System.Globalization;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Unusual;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Pages;

/// <summary>What an auditor should ask about.</summary>
[Needs(Permission.SeeAudit)]
internal sealed class UnusualModel(UnusualActs acts, IStaff staff, Pack pack) : PageModel
{
    public int Days => acts.Days;

    public IReadOnlyList<UnusualAct> Acts { get; private set; } = [];

    public IReadOnlyDictionary<UserId, StaffMember> Names { get; private set; } = new Dictionary<UserId, StaffMember>();

    public string DayOf(UnusualAct act) => pack.Country.Local(act.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Acts = await acts.FindAsync(cancel);
        Names = await staff.FindAsync([.. Acts.Select(a => new UserId(a.By)).Distinct()], cancel);
    }
}
