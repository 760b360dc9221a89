using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>The inbox of an office, and for the line what it sent: the most urgent first.</summary>
[Needs(Permission.SeeReferrals)]
internal sealed class IndexModel(Db db, ReferralCards cards, Viewer viewer) : PageModel
{
    private const int PerPage = 20;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool IsReceiver => viewer.Is(Role.Liaison);

    public ReferralState State => Tab switch
    {
        "accepted" => ReferralState.Accepted,
        "ended" => ReferralState.Ended,
        _ => ReferralState.Sent,
    };

    public IReadOnlyList<ReferralCard> Cards { get; private set; } = [];

    public int Total { get; private set; }

    public int? Pages => Finding.PagesOf(Total, PerPage);

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var state = State;
        var found = db.Referrals.AsNoTracking().VisibleTo(viewer)
            .Where(r => r.State == state || (state == ReferralState.Ended && (r.State == ReferralState.Declined || r.State == ReferralState.Withdrawn)));
        Total = await found.CountSomeAsync(cancel);
        // What waits is answered oldest first, danger before all; what is over is looked up newest first.
        var ordered = state == ReferralState.Ended
            ? found.OrderByDescending(r => r.SentAt)
            : found.OrderBy(r => r.Urgency == Urgency.Danger ? 0 : 1).ThenBy(r => r.SentAt);
        (var page, HasMore) = await ordered.PageAsync(Number, PerPage, cancel);
        Cards = await cards.OfAsync(page, cancel);
    }
}
