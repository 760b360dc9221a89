using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>Tries a code on a link. Every try is counted durably before anybody learns whether it was right.</summary>
internal sealed class LinkEntry(Db db, TimeProvider clock)
{
    /// <summary>The referral and the session's token; null for a wrong code and for every link that opens nothing, after the same work.</summary>
    public async Task<(ReferralId Referral, string Session)?> TryAsync(string token, string code, CancellationToken cancel)
    {
        var hash = LinkToken.HashOf(token);
        while (true)
        {
            var link = await db.LinksOfOpen().SingleOrDefaultAsync(l => l.Token == hash, cancel);
            var isRight = LinkCode.Matches(code, link?.Code);
            if (link?.IsWaiting(clock.GetUtcNow()) != true)
                return null;
            try
            {
                return await TryAsync(link, isRight, cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another try came first: this one is counted after it, if the link still lives.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(ReferralId Referral, string Session)?> TryAsync(Link link, bool isRight, CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().Where(r => r.Id == link.Referral).OrMissingAsync(cancel);
        // Nobody is let in yet, and still it is by this link that somebody acts.
        db.Acting = OpenLink.Of(link.Id, referral).Viewer();
        if (!isRight)
        {
            await db.RecordAsync(link.Miss(), cancel);
            return null;
        }
        var (session, hash) = LinkToken.New();
        await db.RecordAsync(link.Open(hash, clock.GetUtcNow()), cancel);
        return (link.Referral, session);
    }
}
