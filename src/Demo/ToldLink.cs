using Amparo.Platform.Permissions;
using Amparo.Referrals;
using Amparo.Referrals.Links;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo;

/// <summary>How an office where nobody has an account comes to a referral: by a link, which it opens with the code that the line reads out.</summary>
internal sealed class ToldLink(Telling telling, Viewer line)
{
    // Slow to make, and used up as soon as it is told: one serves all.
    private static readonly byte[] Code = LinkCode.Hash(LinkCode.New());

    /// <summary>Whoever came by it; null where the office has no address to send one to.</summary>
    public async Task<Viewer?> OpenAsync(Referral referral, DateTimeOffset at, CancellationToken cancel)
    {
        var (asked, read) = (at.AddMinutes(-4), at.AddMinutes(-2));
        if (await WaitingAsync(referral, read, cancel) is null)
        {
            // The first was used, or ran out.
            await telling.ActAsync(line, asked, () => new LinkAsked(referral.Id, referral.Contact), cancel);
            await telling.DeliverAsync(asked, cancel);
        }
        if (await WaitingAsync(referral, read, cancel) is not { } link)
            return null;
        var them = OpenLink.Of(link.Id, referral).Viewer();
        await telling.ActAsync(line, read, () => link.Take(Code, read), cancel);
        await telling.ActAsync(them, at, () => link.Open(LinkToken.New().Hash, at), cancel);
        return them;
    }

    private Task<Link?> WaitingAsync(Referral referral, DateTimeOffset at, CancellationToken cancel) =>
        telling.Db.Links.Waiting(at).Where(l => l.Referral == referral.Id).OrderByDescending(l => l.SentAt).FirstOrDefaultAsync(cancel);
}
