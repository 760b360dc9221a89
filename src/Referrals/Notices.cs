using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Mail;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Amparo.Referrals.Links;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>Tells the office's contact on duty that something waits. The mail names no person, place or fact.</summary>
internal sealed class NotifyDuty(Db db, LinkPost post, Texts texts) : IAfter<ReferralSent>
{
    public async Task AfterAsync(ReferralSent happened, Delivery delivery, CancellationToken cancel)
    {
        var referral = await db.Referrals.Where(r => r.Id == happened.Referral).OrMissingAsync(cancel);
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == referral.To).OrMissingAsync(cancel);
        if (post.AddressOf(office) is not { } address)
            return;
        var subject = texts[referral.Urgency == Urgency.Danger ? "mail.referral.subject-danger" : "mail.referral.subject", referral.Reference];
        await db.RecordAsync(await post.NotifyAsync(referral, address, subject, dutyContact: 1, cancel), cancel);
    }
}

/// <summary>Nobody to tell: every supervisor of the line that took the contact is told at once.</summary>
internal sealed class AlertSupervisors(Db db, IStaff staff, Mailer mail, Texts texts) : IAfter<NobodyToTell>
{
    public async Task AfterAsync(NobodyToTell happened, Delivery delivery, CancellationToken cancel)
    {
        var contact = await db.Set<Contacts.Contact>().AsNoTracking().Where(c => c.Id == happened.Contact).OrMissingAsync(cancel);
        foreach (var supervisor in await staff.WithRoleAsync(contact.Agency, Role.Supervisor, cancel))
            await mail.SendAsync(supervisor.Mail, texts["mail.nobody.subject", contact.Reference], texts["mail.nobody.text", mail.Site], cancel);
    }
}

/// <summary>A referral without an answer: the second contact is told, then the supervisors.</summary>
internal sealed class TellNext(Db db, ClockBook book, IStaff staff, LinkPost post, Mailer mail, Texts texts, Pack pack, TimeProvider clock) : IAfter<ClockEscalated>
{
    public async Task AfterAsync(ClockEscalated happened, Delivery delivery, CancellationToken cancel)
    {
        if (happened.Kind.Value != "referral" || !book.WaitsFor(happened.Rule, "referral.accepted"))
            return;
        var id = new ReferralId(happened.Record);
        var referral = await db.Referrals.Where(r => r.Id == id).OrMissingAsync(cancel);
        if (referral.State != ReferralState.Sent)
            return;
        if (happened.To.Value == "second-contact")
            await TellSecondAsync(referral, cancel);
        else if (happened.To.Value == "supervisor")
            await TellSupervisorsAsync(referral, cancel);
    }

    private async Task TellSecondAsync(Referral referral, CancellationToken cancel)
    {
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == referral.To).OrMissingAsync(cancel);
        if (office.Second(pack.Country.Local(clock.GetUtcNow()).DateTime) is not { } second)
            return;
        var subject = texts["mail.referral.subject-again", referral.Reference];
        await db.RecordAsync(await post.NotifyAsync(referral, second.Mail, subject, dutyContact: 2, cancel), cancel);
    }

    private async Task TellSupervisorsAsync(Referral referral, CancellationToken cancel)
    {
        foreach (var supervisor in await staff.WithRoleAsync(referral.From, Role.Supervisor, cancel))
            await mail.SendAsync(supervisor.Mail, texts["mail.unanswered.subject", referral.Reference], texts["mail.referral.text", mail.Site], cancel);
    }
}

/// <summary>A basis that nobody reviewed in time: the supervisors are reminded, but for the one who sent it.</summary>
internal sealed class RemindReview(Db db, ClockBook book, IStaff staff, Mailer mail, Texts texts) : IAfter<ClockEscalated>
{
    public async Task AfterAsync(ClockEscalated happened, Delivery delivery, CancellationToken cancel)
    {
        if (happened.Kind.Value != "referral" || !book.WaitsFor(happened.Rule, BasisReview.Event))
            return;
        var id = new ReferralId(happened.Record);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.Id == id).OrMissingAsync(cancel);
        if (!referral.AwaitsReview)
            return;
        foreach (var supervisor in (await staff.WithRoleAsync(referral.From, Role.Supervisor, cancel)).Where(s => s.Id != referral.SentBy))
            await mail.SendAsync(supervisor.Mail, texts["mail.review.subject", referral.Reference], texts["mail.review.text", mail.Site], cancel);
    }
}
