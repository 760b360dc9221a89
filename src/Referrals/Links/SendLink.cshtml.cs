using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>The line sends another link: the first was blocked, ran out or was lost.</summary>
[Needs(Permission.SendLink)]
internal sealed class SendLinkModel(Db db, ReferralCards cards, LinkPost post, Viewer viewer) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Referral = await cards.OneAsync(db.Referrals.SentBy(viewer), Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().SentBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        if (await post.WhyNotAsync(referral, cancel) is { } reason)
            throw new Refused(reason);
        await db.RecordAsync(new LinkAsked(referral.Id, referral.Contact), cancel);
        return Redirect($"/referrals/{Id}");
    }
}
