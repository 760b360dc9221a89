using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;

namespace Amparo.Referrals;

/// <summary>A contact handed to an office that must answer: sent, notified, seen, accepted or declined, acted, arrived, outcome.</summary>
public sealed class Referral : IVersioned
{
    private Referral()
    {
    }

    public ReferralId Id { get; private init; } = ReferralId.New();

    public string Reference { get; private init; } = SpokenReference.New();

    public ContactId Contact { get; private init; }

    /// <summary>The case it was sent from, if it was: its contact then stands for where and how the case began.</summary>
    public CaseId? Case { get; private init; }

    public AgencyId From { get; private init; }

    public OfficeId To { get; private init; }

    public AgencyId ToAgency { get; private init; }

    public Code Purpose { get; private init; }

    /// <summary>The legal basis of the hand-over.</summary>
    public Code Basis { get; private init; }

    /// <summary>Why the basis holds, as whoever sent it says.</summary>
    public Sealed BasisReason { get; private init; }

    /// <summary>Why it holds, where the act itself is the reason.</summary>
    public Code? ReasonCode { get; private init; }

    /// <summary>Who sent it; nobody when the program did.</summary>
    public UserId? SentBy { get; private init; }

    /// <summary>Until when a second person looks at the basis; null for one that needs no review.</summary>
    public DateTimeOffset? ReviewDueAt { get; private init; }

    public BasisReview? Review { get; private set; }

    public Urgency Urgency { get; private init; }

    public Code? Area { get; private init; }

    public DateTimeOffset SentAt { get; private init; }

    public DateTimeOffset? NotifiedAt { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? ActedAt { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public ReferralState State { get; private set; }

    public Code? DeclineReason { get; private set; }

    public Code? Outcome { get; private set; }

    public int? People { get; private set; }

    /// <summary>What the office wrote when it answered or reported.</summary>
    public Sealed Note { get; private set; }

    public List<SharedFact> Shared { get; private init; } = [];

    public List<SharedPersonFact> OfPeople { get; private init; } = [];

    public int Version { get; private init; } = 1;

    /// <summary>The receiver sees what was shared only while the referral lasts.</summary>
    public bool IsOpen => EndedAt is null;

    public bool AwaitsReview => ReviewDueAt is not null && Review is null;

    internal static (Referral Referral, ReferralSent Sent) Send(Order order, UserId? by, Seals seals, DateTimeOffset now)
    {
        var id = ReferralId.New();
        var referral = new Referral
        {
            Id = id,
            Contact = order.Contact.Id,
            Case = order.Case?.Id,
            From = order.From,
            To = order.To.Id,
            ToAgency = order.To.Agency,
            Purpose = order.Purpose,
            Basis = new Code(order.Basis.Code),
            BasisReason = seals.Seal(id, nameof(BasisReason), order.Reason?.Trim()),
            ReasonCode = order.ReasonCode,
            SentBy = by,
            ReviewDueAt = order.Basis.ReviewWithinHours is { } hours ? now.AddHours(hours) : null,
            Urgency = order.Urgency,
            Area = order.Contact.Area,
            SentAt = now,
        };
        return (referral, new ReferralSent(id, referral.Contact, referral.Case, referral.To, order.To.Kind, referral.Purpose, referral.Basis, referral.Urgency));
    }

    /// <summary>A second person says whether the basis held. What was sent stays sent.</summary>
    internal BasisReviewed ReviewBasis(Viewer reviewer, bool upheld, string? objection, Seals seals, DateTimeOffset now)
    {
        Review = BasisReview.Of(this, reviewer, upheld, objection, seals, now);
        return new BasisReviewed(Id, Contact, upheld);
    }

    /// <summary>Somebody there opened it. Looking again changes nothing.</summary>
    internal ReferralSeen? See(DateTimeOffset now)
    {
        if (SeenAt is not null || !IsOpen)
            return null;
        SeenAt = now;
        return new ReferralSeen(Id, Contact);
    }

    internal ReferralAccepted Accept(Viewer viewer, string? note, Seals seals, DateTimeOffset now)
    {
        State.RefuseAnswered();
        Answer(ReferralState.Accepted, note, seals, now);
        return new ReferralAccepted(Id, Contact, viewer.Office);
    }

    internal ReferralDeclined Decline(Code reason, string? note, bool needsNote, Seals seals, DateTimeOffset now)
    {
        State.RefuseAnswered();
        if (needsNote && string.IsNullOrWhiteSpace(note))
            throw new Refused("referral.decline.note-missing");
        Answer(ReferralState.Declined, note, seals, now);
        (DeclineReason, EndedAt) = (reason, now);
        return new ReferralDeclined(Id, Contact, reason);
    }

    /// <summary>They are on their way, or began to act.</summary>
    internal ReferralActed Act(DateTimeOffset now)
    {
        State.RefuseUnlessAccepted();
        if (ActedAt is not null)
            throw new Refused("referral.act.already");
        ActedAt = now;
        return new ReferralActed(Id, Contact);
    }

    internal ReferralArrived Arrive(DateTimeOffset now)
    {
        State.RefuseUnlessAccepted();
        if (ArrivedAt is not null)
            throw new Refused("referral.arrive.already");
        ArrivedAt = now;
        return new ReferralArrived(Id, Contact);
    }

    /// <summary>Tells what came of it. Some outcomes end the referral, and with it what the office may see.</summary>
    internal OutcomeReported Report(Code outcome, bool closes, int? people, string? note, Seals seals, DateTimeOffset now)
    {
        State.RefuseUnlessAccepted();
        (Outcome, People) = (outcome, people);
        Note = seals.Seal(Id, nameof(Note), note);
        if (closes)
            (State, EndedAt) = (ReferralState.Ended, now);
        return new OutcomeReported(Id, Contact, outcome, people, closes);
    }

    /// <summary>The line takes it back; the office sees no more of it.</summary>
    internal ReferralWithdrawn Withdraw(DateTimeOffset now)
    {
        if (!IsOpen)
            throw new Refused("referral.ended-already");
        if (ArrivedAt is not null)
            throw new Refused("referral.withdraw.arrived");
        (State, EndedAt) = (ReferralState.Withdrawn, now);
        return new ReferralWithdrawn(Id, Contact);
    }

    /// <summary>Its notice left: the delivery is recorded, not the reading.</summary>
    internal ReferralNotified Notify(DateTimeOffset now, int contact)
    {
        NotifiedAt ??= now;
        return new ReferralNotified(Id, Contact, contact);
    }

    private void Answer(ReferralState state, string? note, Seals seals, DateTimeOffset now)
    {
        (State, AnsweredAt, SeenAt) = (state, now, SeenAt ?? now);
        Note = seals.Seal(Id, nameof(Note), note);
    }
}
