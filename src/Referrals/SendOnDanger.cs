using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>Danger declared becomes a referral to the office the operator saw named, in the same transaction; with nobody to tell, an alert.</summary>
internal sealed class SendOnDanger(Db db, ReferralCodes codes, Dispatch dispatch) : IWhen<DangerDeclared>
{
    private static readonly Code Rescue = new("rescue");
    private static readonly Code Declared = new("danger-declared");

    public async Task<IReadOnlyList<IEvent>> WhenAsync(DangerDeclared happened, CancellationToken cancel)
    {
        if (happened.Office is not { } chosen)
            return [new NobodyToTell(happened.Contact)];
        var contact = await db.Contacts.Where(c => c.Id == happened.Contact).OrMissingAsync(cancel);
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == chosen).OrMissingAsync(cancel);
        return [await dispatch.SendAsync(new Order(contact, contact.Agency, office, Rescue, codes.Danger, Urgency.Danger) { ReasonCode = Declared }, cancel)];
    }
}
