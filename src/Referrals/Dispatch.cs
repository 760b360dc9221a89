using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Providers;

namespace Amparo.Referrals;

/// <summary>Makes a referral of a contact: the minimum its purpose needs, sealed anew to the referral.</summary>
internal sealed class Dispatch(Db db, Handover handover, Seals seals, TimeProvider clock)
{
    /// <exception cref="Refused">The safety check says that this agency must never be told.</exception>
    public ReferralSent Send(Contact contact, Office to, Code purpose, Code basis, Urgency urgency)
    {
        if (contact.Safety?.NeverTell.Contains(to.Agency) == true)
            throw new Refused("referral.send.never-tell");
        var (referral, sent) = Referral.Send(new Sending(contact.Id, contact.Agency, to, purpose, basis, urgency, contact.Area), clock.GetUtcNow());
        foreach (var (fact, position) in handover.Of(contact, purpose).Select((fact, position) => (fact, position)))
            referral.Shared.Add(Share(contact, referral, fact, position));
        db.Referrals.Add(referral);
        return sent;
    }

    private SharedFact Share(Contact contact, Referral referral, HandedFact fact, int position)
    {
        var field = new Code(fact.Field);
        return new SharedFact
        {
            Referral = referral.Id,
            Field = field,
            Codes = fact.Codes,
            Words = fact.Codes is null ? seals.Reseal(contact.Id, fact.Source, fact.Words, referral.Id, SharedFact.SealedAs(field)) : default,
            Position = position,
        };
    }
}
