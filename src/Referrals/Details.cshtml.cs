using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>One referral: what is asked, what may be seen, the one next thing to do, and the chain of times.</summary>
[Needs(Permission.SeeReferrals)]
internal sealed class DetailsModel(Db db, ReferralCards cards, ReferralReading reading, ReferralCodes codes, Timelines timelines, Viewer viewer) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    public ReferralCard Card { get; private set; } = null!;

    public IReadOnlyList<(string Label, string Words)> Shared { get; private set; } = [];

    public string? Note { get; private set; }

    public Basis? Basis { get; private set; }

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    /// <summary>The receiver opens it by a post first; after the end the words are no longer theirs to read.</summary>
    public bool MayRead { get; private set; }

    public bool IsOver => Card.Chain.Ended is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(viewer).Include(r => r.Shared).Where(r => r.Id == Id).OrMissingAsync(cancel);
        Card = (await cards.OfAsync([referral], cancel))[0];
        Basis = codes.Bases.Find(referral.Basis.Value);
        Timeline = await timelines.OfAsync(Id, cancel);
        MayRead = (referral.From == viewer.Agency && viewer.Pass is null) || (referral.IsOpen && referral.SeenAt is not null);
        if (!MayRead)
            return;
        Shared = await reading.SharedAsync(referral, cancel);
        Note = await reading.NoteAsync(referral, cancel);
    }
}
