using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>The office takes the referral: the clock stops and the line sees it.</summary>
[Needs(Permission.AcceptReferral)]
internal sealed class AcceptModel(Db db, ReferralCards cards, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.ReceivedBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        await db.RecordAsync(referral.Accept(viewer, Note?.Trim(), seals, clock.GetUtcNow()), cancel);
        return RedirectToPage("Details", new { Id });
    }
}
