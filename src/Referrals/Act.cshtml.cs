using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>They are on their way, or began to act.</summary>
[Needs(Permission.ReportReferral)]
internal sealed class ActModel(Db db, ReferralCards cards, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.ReceivedBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        await db.RecordAsync(referral.Act(clock.GetUtcNow()), cancel);
        return RedirectToPage("Details", new { Id });
    }
}
