using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>A link that left is a notice that left.</summary>
internal sealed class NoticeByLink(Db db, TimeProvider clock) : IWhen<LinkSent>
{
    public async Task<IReadOnlyList<IEvent>> WhenAsync(LinkSent happened, CancellationToken cancel)
    {
        var referral = await db.Referrals.Where(r => r.Id == happened.Referral).OrMissingAsync(cancel);
        return [referral.Notify(clock.GetUtcNow(), happened.DutyContact)];
    }
}

/// <summary>Mails the fresh link that was asked for.</summary>
internal sealed class SendLinkAgain(Db db, LinkPost post, Texts texts) : IAfter<LinkAsked>
{
    public async Task AfterAsync(LinkAsked happened, Delivery delivery, CancellationToken cancel)
    {
        var referral = await db.Referrals.Where(r => r.Id == happened.Referral).OrMissingAsync(cancel);
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == referral.To).OrMissingAsync(cancel);
        if (await post.WhyNotAsync(referral, cancel) is not null || post.AddressOf(office) is not { } address)
            return;
        var subject = texts["mail.link.subject-again", referral.Reference];
        await db.RecordAsync(await post.NotifyAsync(referral, address, subject, dutyContact: 1, cancel), cancel);
    }
}
