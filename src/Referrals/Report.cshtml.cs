using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>Tells the line what came of it: whoever took the call sees that it was not for nothing.</summary>
[Needs(Permission.ReportReferral)]
internal sealed class ReportModel(Db db, ReferralCards cards, ReferralCodes codes, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    [BindProperty, Required(ErrorMessage = "referral.outcome.missing")]
    public string? Outcome { get; set; }

    [BindProperty, Range(0, 999, ErrorMessage = "referral.outcome.people-range")]
    public int? People { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes => codes.Outcomes.Choices();

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.ReceivedBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        var outcome = codes.Outcomes.Find(Outcome) ?? throw new Refused("referral.outcome.missing");
        var people = outcome.CountsPeople ? People : null;
        await db.RecordAsync(referral.Report(new Code(outcome.Code), outcome.Closes, people, Note?.Trim(), seals, clock.GetUtcNow()), cancel);
        return RedirectToPage("Details", new { Id });
    }
}
