using Amparo.Contacts;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>A referral at a glance: who asks what of whom, where, how urgent, the clock and the chain. No words of a person.</summary>
internal sealed record ReferralCard(
    ReferralId Id, string Reference, ContactId Contact, Urgency Urgency, ReferralState State, string Asked, string Area, string From, string To,
    ChainOfTimes Chain, ClockFace? Clock, string Outcome, int? People, bool IsMine, CaseId? Case, DateTimeOffset? ReviewDue);

/// <summary>When each link of the chain was reached.</summary>
internal sealed record ChainOfTimes(
    DateTimeOffset Sent, DateTimeOffset? Notified, DateTimeOffset? Seen, DateTimeOffset? Answered, DateTimeOffset? Acted, DateTimeOffset? Arrived, DateTimeOffset? Ended);

/// <summary>Makes cards, a page of them in three queries.</summary>
internal sealed class ReferralCards(Db db, Handover handover, ReferralCodes codes, Pack pack, ClockFaces clocks, Viewer viewer)
{
    public async Task<ReferralCard> OneAsync(IQueryable<Referral> visible, ReferralId id, CancellationToken cancel)
    {
        var referral = await visible.AsNoTracking().Where(r => r.Id == id).OrMissingAsync(cancel);
        return (await OfAsync([referral], cancel))[0];
    }

    public async Task<IReadOnlyList<ReferralCard>> OfAsync(IReadOnlyList<Referral> referrals, CancellationToken cancel)
    {
        if (referrals.Count == 0)
            return [];
        var offices = referrals.Select(r => r.To).Distinct().ToList();
        var agencies = referrals.Select(r => r.From).Distinct().ToList();
        var to = await db.Offices.Where(o => offices.Contains(o.Id)).NamesAsync(cancel);
        var from = await db.Agencies.Where(a => agencies.Contains(a.Id)).NamesAsync(cancel);
        var running = await clocks.RunningAsync([.. referrals.Select(r => r.Id.Value)], "referral.accepted", cancel);
        return [.. referrals.Select(r => new ReferralCard(
            r.Id, r.Reference, r.Contact, r.Urgency, r.State,
            handover.Purposes.Name(r.Purpose),
            r.Area is { } area ? pack.Areas.Path(area.Value) : "",
            from.GetValueOrDefault(r.From, ""),
            to.GetValueOrDefault(r.To, ""),
            new ChainOfTimes(r.SentAt, r.NotifiedAt, r.SeenAt, r.AnsweredAt, r.ActedAt, r.ArrivedAt, r.EndedAt),
            running.GetValueOrDefault(r.Id.Value),
            r.DeclineReason is { } reason ? codes.DeclineReasons.Name(reason) : codes.Outcomes.Name(r.Outcome),
            r.People,
            r.ToAgency == viewer.Agency,
            r.Case,
            r.From == viewer.Agency && viewer.Pass is null && r.AwaitsReview ? r.ReviewDueAt : null))];
    }
}
