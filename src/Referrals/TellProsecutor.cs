using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>The last step of an escalation hands the contact to the region's prosecutor too, in the same transaction.</summary>
internal sealed class TellProsecutor(Db db, ClockBook book, DutyRoster roster, ReferralCodes codes, Dispatch dispatch) : IWhen<ClockEscalated>
{
    private static readonly Code Investigate = new("investigate");

    public async Task<IReadOnlyList<IEvent>> WhenAsync(ClockEscalated happened, CancellationToken cancel)
    {
        if (happened.Kind.Value != "referral" || happened.To.Value != "prosecutor" || !book.WaitsFor(happened.Rule, "referral.accepted"))
            return [];
        var id = new ReferralId(happened.Record);
        var referral = await db.Referrals.Where(r => r.Id == id).OrMissingAsync(cancel);
        var contact = await db.Contacts.Where(c => c.Id == referral.Contact).OrMissingAsync(cancel);
        var offices = await roster.AllAsync(Investigate, contact.Area, contact.Safety?.NeverTell ?? [], cancel);
        var told = await db.Referrals.Where(r => r.Contact == contact.Id).Select(r => r.To).ToListAsync(cancel);
        var prosecutor = offices.FirstOrDefault(o => o.Kind.Value == "prosecutor" && !told.Contains(o.Id));
        return prosecutor is null ? [] : [await dispatch.SendAsync(new Order(contact, contact.Agency, prosecutor, Investigate, codes.Mandate, referral.Urgency), cancel)];
    }
}
