using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>Opens a referral for the first time: a post, so that no preview or prefetch marks it as seen.</summary>
[Needs(Permission.SeeReferrals)]
internal sealed class SeeModel(Db db, ReferralCards cards, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.ReceivedBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        if (referral.See(clock.GetUtcNow()) is { } seen)
            await db.RecordAsync(seen, cancel);
        return RedirectToPage("Details", new { Id });
    }
}
