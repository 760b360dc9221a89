using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>The line takes all links of a referral back: those that wait, and those somebody works by at this moment.</summary>
[Needs(Permission.RevokeLinks)]
internal sealed class RevokeModel(Db db, ReferralCards cards, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.SentBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().SentBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        var now = clock.GetUtcNow();
        var links = db.Links.Where(l => l.Referral == referral.Id);
        List<Link> alive = [.. await links.Waiting(now).ToListAsync(cancel), .. await links.Working(now).ToListAsync(cancel)];
        if (alive.Count == 0)
            throw new Refused("link.revoke.none");
        alive.ForEach(link => link.Revoke());
        await db.RecordAsync(new LinksRevoked(referral.Id, referral.Contact, alive.Count), cancel);
        return Redirect($"/referrals/{Id}");
    }
}
