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

    public IReadOnlyList<SharedWords> Shared { get; private set; } = [];

    public string? Note { get; private set; }

    public Basis? Basis { get; private set; }

    /// <summary>Why the basis held and what a second person found of it: the line's own.</summary>
    public string? Reason { get; private set; }

    public BasisReview? Review { get; private set; }

    public string? Objection { get; private set; }

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    /// <summary>The receiver opens it by a post first; after the end the words are no longer theirs to read.</summary>
    public bool MayRead { get; private set; }

    public bool IsOver => Card.Chain.Ended is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(viewer).Include(r => r.Shared).Include(r => r.OfPeople).Where(r => r.Id == Id).OrMissingAsync(cancel);
        Card = (await cards.OfAsync([referral], cancel))[0];
        Basis = codes.Bases.Find(referral.Basis.Value);
        Timeline = await timelines.OfAsync(Id, cancel);
        var isLine = referral.From == viewer.Agency && viewer.Pass is null;
        if (isLine)
            (Reason, Review, Objection) = (await reading.WhyAsync(referral, cancel), referral.Review, await reading.ObjectionAsync(referral, cancel));
        MayRead = isLine || (referral.IsOpen && referral.SeenAt is not null);
        if (!MayRead)
            return;
        Shared = await reading.SharedAsync(referral, cancel);
        Note = await reading.NoteAsync(referral, cancel);
    }
}
