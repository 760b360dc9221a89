using Amparo.Cases;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>The referrals that other pages show: those of a contact, those that wait for me, those nobody answered.</summary>
internal sealed class ReferralWork(Db db, ReferralCards cards, Whom whom, Viewer viewer)
{
    private const int Most = 10;

    /// <summary>On a contact's page, newest first.</summary>
    public async Task<object?> OnContactAsync(Guid contact, CancellationToken cancel)
    {
        var id = new ContactId(contact);
        return new OfContact(id, await CardsAsync(Visible.Where(r => r.Contact == id).OrderByDescending(r => r.SentAt), cancel));
    }

    /// <summary>On a case's page: what was sent from it and from its contacts, newest first.</summary>
    public async Task<object?> OnCaseAsync(Guid @case, CancellationToken cancel)
    {
        var id = new CaseId(@case);
        var joined = db.Cases.Where(c => c.Id == id).SelectMany(c => c.Contacts).Where(j => j.PartedAt == null).Select(j => j.Contact);
        // Found first, each by its own index: together with the sender, every referral of the line would be looked at.
        var sent = await db.Referrals.Where(r => r.Case == id).Select(r => r.Id).Union(db.Referrals.Where(r => joined.Contains(r.Contact)).Select(r => r.Id)).ToListAsync(cancel);
        var maySend = await db.Cases.HeldBy(viewer).AnyAsync(c => c.Id == id && c.ClosedAt == null, cancel);
        return new OfCase(id, await CardsAsync(Visible.Where(r => sent.Contains(r.Id)).OrderByDescending(r => r.SentAt), cancel), maySend, maySend ? await whom.MayAsync(Permission.SendFromCase, cancel) : null);
    }

    /// <summary>On the home page: what waits for an answer of mine, or for the line's next step.</summary>
    public async Task<object?> OnHomeAsync(Guid _, CancellationToken cancel)
    {
        var waiting = Visible.Where(r => r.State == ReferralState.Sent).OrderBy(r => r.Urgency == Urgency.Danger ? 0 : 1).ThenBy(r => r.SentAt);
        return new Waiting(await CardsAsync(waiting, cancel), viewer.Is(Role.Liaison));
    }

    /// <summary>On the supervisor's board: late, declined, and dangers nobody could be told of.</summary>
    public async Task<object?> OnBoardAsync(Guid _, CancellationToken cancel)
    {
        var open = await CardsAsync(Visible.Where(r => r.EndedAt == null).OrderBy(r => r.SentAt), cancel);
        var declined = await CardsAsync(SentBack().OrderByDescending(r => r.SentAt), cancel);
        var toReview = await CardsAsync(Visible.Where(r => r.From == viewer.Agency && r.ReviewDueAt != null && r.Review == null).OrderBy(r => r.ReviewDueAt), cancel);
        return new Watch(open, declined, toReview);
    }

    private IQueryable<Referral> Visible => db.Referrals.AsNoTracking().VisibleTo(viewer);

    // A referral sent back stays on the board until another office was told of the same contact.
    private IQueryable<Referral> SentBack()
    {
        var all = db.Referrals;
        return Visible.Where(r => r.State == ReferralState.Declined && !all.Any(other =>
            other.Contact == r.Contact && other.SentAt > r.SentAt && other.State != ReferralState.Declined && other.State != ReferralState.Withdrawn));
    }

    private async Task<IReadOnlyList<ReferralCard>> CardsAsync(IQueryable<Referral> referrals, CancellationToken cancel) =>
        await cards.OfAsync(await referrals.Take(Most).ToListAsync(cancel), cancel);
}

internal sealed record OfContact(ContactId Contact, IReadOnlyList<ReferralCard> Cards);

internal sealed record Waiting(IReadOnlyList<ReferralCard> Cards, bool IsReceiver);

/// <param name="MaySend">Whether the case is in one's agency's hand and open.</param>
/// <param name="Senders">Who sends there; null where one does oneself.</param>
internal sealed record OfCase(CaseId Case, IReadOnlyList<ReferralCard> Cards, bool MaySend, IReadOnlyList<string>? Senders);

internal sealed record Watch(IReadOnlyList<ReferralCard> Open, IReadOnlyList<ReferralCard> Declined, IReadOnlyList<ReferralCard> ToReview);
