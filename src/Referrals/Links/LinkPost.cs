using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Mail;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>Mails the notices of a referral: with a link where nobody at the office has an account.</summary>
internal sealed class LinkPost(Db db, IStaff staff, Mailer mail, Texts texts, Pack pack, ClockBook clocks, TimeProvider clock)
{
    /// <summary>The address of whoever is on duty, or the office's own: never one that somebody typed.</summary>
    public string? AddressOf(Office office) => office.OnDuty(pack.Country.Local(clock.GetUtcNow()).DateTime)?.Mail ?? office.Mail;

    /// <summary>Sends the notice and returns what happened, to be recorded.</summary>
    /// <remarks>Mail first: when recording fails the notice is sent again, with another link, and the first one opens nothing.</remarks>
    public async Task<IEvent> NotifyAsync(Referral referral, string address, string subject, int dutyContact, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await NeedsLinkAsync(referral, cancel))
        {
            await mail.SendAsync(address, subject, texts["mail.referral.text", mail.Site], cancel);
            return referral.Notify(now, dutyContact);
        }
        var (token, hash) = LinkToken.New();
        var (link, sent) = Link.Send(referral, dutyContact, hash, now, ExpiryFrom(now));
        await mail.SendAsync(address, subject, texts["mail.link.text", pack.Country.Line.Number, $"{mail.Site}{Pass.Root}/{token}"], cancel);
        db.Links.Add(link);
        return sent;
    }

    /// <summary>Why no fresh link can be sent, as a text's key; null when one can.</summary>
    public async Task<string?> WhyNotAsync(Referral referral, CancellationToken cancel)
    {
        if (!referral.IsOpen)
            return "referral.ended-already";
        if (!await NeedsLinkAsync(referral, cancel))
            return "link.send.account";
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == referral.To).OrMissingAsync(cancel);
        if (AddressOf(office) is null)
            return "link.send.no-mail";
        var waiting = await db.Links.Waiting(clock.GetUtcNow()).CountAsync(l => l.Referral == referral.Id, cancel);
        return waiting >= Link.MostWaiting ? "link.send.enough" : null;
    }

    // One's own house signs in; elsewhere a liaison of the office or of the whole agency does.
    private async Task<bool> NeedsLinkAsync(Referral referral, CancellationToken cancel)
    {
        if (referral.ToAgency == referral.From)
            return false;
        var liaisons = await staff.WithRoleAsync(referral.ToAgency, Role.Liaison, cancel);
        return !liaisons.Any(l => l.Office is null || l.Office == referral.To);
    }

    private DateTimeOffset ExpiryFrom(DateTimeOffset now) => clocks.Deadline(LinkClock.Of(clocks.StartedBy[LinkClock.Start]), now)!.Value;
}
