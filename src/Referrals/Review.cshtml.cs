using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>A second person looks at what was sent at once: whether its legal basis held. Never the one who sent it.</summary>
[Needs(Permission.ReviewBasis)]
internal sealed class ReviewModel(
    Db db, ReferralCards cards, ReferralCodes codes, ReferralReading reading, Seals seals, Texts texts, Viewer viewer, TimeProvider clock) : PageModel
{
    private const string Upheld = "upheld";
    private const string NotUpheld = "not-upheld";

    [FromRoute]
    public ReferralId Id { get; set; }

    [BindProperty, Required(ErrorMessage = "referral.review.missing")]
    public string? Finding { get; set; }

    [BindProperty, StringLength(500)]
    public string? Objection { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public Basis? Basis { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<SharedWords> Shared { get; private set; } = [];

    public bool IsMine { get; private set; }

    public bool Awaits { get; private set; }

    public IReadOnlyList<Choice> Findings =>
        [.. ((string[])[Upheld, NotUpheld]).Select(finding => new Choice(finding, texts[$"referral.review.{finding}"], texts[$"referral.review.{finding}-hint"]))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().SentBy(viewer).Include(r => r.Shared).Include(r => r.OfPeople).Where(r => r.Id == Id).OrMissingAsync(cancel);
        Referral = (await cards.OfAsync([referral], cancel))[0];
        (Basis, IsMine, Awaits) = (codes.Bases.Find(referral.Basis), referral.SentBy == viewer.User, referral.AwaitsReview);
        if (IsMine || !Awaits)
            return;
        Reason = await reading.WhyAsync(referral, cancel);
        Shared = await reading.SharedAsync(referral, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.SentBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        if (Finding is not (Upheld or NotUpheld))
            throw new Refused("referral.review.missing");
        await db.RecordAsync(referral.ReviewBasis(viewer, Finding == Upheld, Objection?.Trim(), seals, clock.GetUtcNow()), cancel);
        return Redirect($"/referrals/{Id}");
    }
}
