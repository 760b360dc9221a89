using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>The line takes a referral back: sent by mistake, or another office has it.</summary>
[Needs(Permission.WithdrawReferral)]
internal sealed class WithdrawModel(Db db, ReferralCards cards, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.SentBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.SentBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        await db.RecordAsync(referral.Withdraw(clock.GetUtcNow()), cancel);
        return Redirect($"/referrals/{Id}");
    }
}
