using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>Links as the line sees them: those of a referral, and the offices that wait for a code or were locked out.</summary>
internal sealed class LinkWork(Db db, Viewer viewer, TimeProvider clock)
{
    private const int Most = 20;
    private const string Reading = "field.read";

    /// <summary>On a referral's page, newest first; nothing where no link was sent or the referral is not one's line's.</summary>
    public async Task<object?> OnReferralAsync(Guid referral, CancellationToken cancel)
    {
        var id = new ReferralId(referral);
        var sent = await db.Referrals.SentBy(viewer).Where(r => r.Id == id).Select(r => new { r.EndedAt }).SingleOrDefaultAsync(cancel);
        if (sent is null)
            return null;
        var links = await db.Links.AsNoTracking().Where(l => l.Referral == id).OrderByDescending(l => l.SentAt).Take(Most).ToListAsync(cancel);
        if (links.Count == 0)
            return null;
        var looks = await LooksAsync([.. links.Select(l => (Guid?)l.Id.Value)], cancel);
        var now = clock.GetUtcNow();
        return new OfReferral(id, sent.EndedAt is null, [.. links.Select(l => new LinkRow(
            l.DutyContact, l.SentAt, l.ExpiresAt, l.StateAt(now), l.Tries, looks.GetValueOrDefault(l.Id.Value)))]);
    }

    /// <summary>On a contact's page.</summary>
    public async Task<object?> OnContactAsync(Guid contact, CancellationToken cancel)
    {
        var id = new ContactId(contact);
        return await WaitingAsync(db.Referrals.SentBy(viewer).Where(r => r.Contact == id), cancel);
    }

    /// <summary>On the home page and the board.</summary>
    public Task<object?> OnDeskAsync(Guid _, CancellationToken cancel) => WaitingAsync(db.Referrals.SentBy(viewer), cancel);

    // The newest link says how the office stands; an older one that waits still waits for the same people. All are looked at, so that who waits longest is seen first.
    private async Task<object?> WaitingAsync(IQueryable<Referral> referrals, CancellationToken cancel)
    {
        var (now, all) = (clock.GetUtcNow(), db.Links);
        // Whoever answered needs none until they ask again. Three small questions, each with its index: as one with “or” it goes through every referral under way.
        var some = all.Where(l => l.ExpiresAt > now && l.OpenedAt == null).Select(l => l.Referral)
            .Union(all.Where(l => l.End == LinkEnd.Blocked).Select(l => l.Referral))
            .Union(referrals.Where(r => r.State == ReferralState.Sent).Select(r => r.Id));
        var waiting = await (
            from r in referrals.Where(r => r.EndedAt == null && some.Contains(r.Id))
            join l in all on r.Id equals l.Referral
            where l.OpenedAt == null && l.Code == null && l.End != LinkEnd.Revoked
                && (l.ExpiresAt > now || l.End == LinkEnd.Blocked || r.State == ReferralState.Sent)
                && !all.Any(newer => newer.Referral == r.Id && newer.SentAt > l.SentAt)
            join o in db.Offices on r.To equals o.Id
            orderby l.SentAt
            select new { r.Id, r.Reference, r.Urgency, Office = o.Name, Link = l }).AsNoTracking().Take(Most).ToListAsync(cancel);
        // Of two sent in the same instant the one made last.
        OfficeWaiting[] offices =
        [
            .. from sent in waiting.GroupBy(w => w.Id)
               let w = sent.OrderBy(s => s.Link.Id).Last()
               select new OfficeWaiting(w.Id, w.Reference, w.Urgency, w.Office, w.Link.SentAt, w.Link.StateAt(now)),
        ];
        return offices.Length == 0 ? null : new OfficesWaiting(offices);
    }

    // What was read by a link is on record under the link's own id.
    private Task<Dictionary<Guid, int>> LooksAsync(IReadOnlyList<Guid?> links, CancellationToken cancel) => db.Audit
        .Where(e => e.Event == Reading && links.Contains(e.By))
        .GroupBy(e => e.By!.Value)
        .Select(read => new { Link = read.Key, Times = read.Count() })
        .ToDictionaryAsync(read => read.Link, read => read.Times, cancel);
}

internal sealed record LinkRow(int DutyContact, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, LinkState State, int Tries, int Looks);

internal sealed record OfReferral(ReferralId Referral, bool IsOpen, IReadOnlyList<LinkRow> Links);

internal sealed record OfficeWaiting(ReferralId Referral, string Reference, Urgency Urgency, string Office, DateTimeOffset SentAt, LinkState State);

internal sealed record OfficesWaiting(IReadOnlyList<OfficeWaiting> Offices);
