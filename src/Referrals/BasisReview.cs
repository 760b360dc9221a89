using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Referrals;

/// <summary>What a second person found of the legal basis on which something was sent at once.</summary>
public sealed record BasisReview
{
    /// <summary>The event's name, by which the pack's clock of the review stops.</summary>
    internal const string Event = "basis.reviewed";

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public bool Upheld { get; private init; }

    /// <summary>Why it was not upheld.</summary>
    public Sealed Objection { get; private init; }

    internal static BasisReview Of(Referral referral, Viewer reviewer, bool upheld, string? objection, Seals seals, DateTimeOffset now)
    {
        if (referral.ReviewDueAt is null || reviewer.User is not { } by)
            throw new Refused("referral.review.none");
        if (referral.Review is not null)
            throw new Refused("referral.review.already");
        if (by == referral.SentBy)
            throw new Refused("referral.review.own");
        if (!upheld && string.IsNullOrWhiteSpace(objection))
            throw new Refused("referral.review.objection-missing");
        return new BasisReview { At = now, By = by, Upheld = upheld, Objection = seals.Seal(referral.Id, nameof(Objection), upheld ? null : objection) };
    }
}
