using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>The office says that it is not theirs, and why: the line must find another at once.</summary>
[Needs(Permission.DeclineReferral)]
internal sealed class DeclineModel(Db db, ReferralCards cards, ReferralCodes codes, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    [BindProperty, Required(ErrorMessage = "referral.decline.reason-missing")]
    public string? Reason { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public IReadOnlyList<Choice> Reasons => codes.DeclineReasons.Choices();

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.ReceivedBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        var reason = codes.DeclineReasons.Find(Reason) ?? throw new Refused("referral.decline.reason-missing");
        await db.RecordAsync(referral.Decline(new Code(reason.Code), Note?.Trim(), reason.NeedsNote, seals, clock.GetUtcNow()), cancel);
        return RedirectToPage("Details", new { Id });
    }
}
