using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Referrals;

/// <summary>Makes a referral: the only way anything is sent. What leaves is the minimum its purpose needs and its basis allows, sealed anew.</summary>
internal sealed class Dispatch(Db db, Leaving leaving, NeverTold neverTold, Seals seals, TimeProvider clock)
{
    /// <exception cref="Refused">The agency must never be told, the basis lacks its reason, or nothing of a chosen person may leave.</exception>
    public async Task<ReferralSent> SendAsync(Order order, CancellationToken cancel)
    {
        if ((await NeverToldAsync(order.Contact, order.Case, cancel)).Contains(order.To.Agency))
            throw new Refused("referral.send.never-tell");
        if (order.Basis.NeedsReason && order.ReasonCode is null && string.IsNullOrWhiteSpace(order.Reason))
            throw new Refused("referral.send.reason-missing");
        var facts = (await leaving.OfAsync(order, cancel)).Where(fact => fact.Leaves).ToList();
        if (order.People.Any(person => facts.All(fact => fact.Of?.Id != person.Id)))
            throw new Refused("referral.send.nothing-of-person");
        var (referral, sent) = Referral.Send(order, db.Acting.User, seals, clock.GetUtcNow());
        foreach (var (position, fact) in facts.Index())
        {
            if (fact.Of is { } person)
                referral.OfPeople.Add(SharedPersonFact.Of(referral, person, fact.Fact, NumberOf(order, person), position, seals));
            else
                referral.Shared.Add(Share(order.Contact, referral, fact.Fact, position));
        }
        db.Referrals.Add(referral);
        return sent;
    }

    /// <summary>Whom the safety checks of the contact, and of all contacts of the case, say never to tell.</summary>
    public async Task<IReadOnlyList<AgencyId>> NeverToldAsync(Contact contact, Case? @case, CancellationToken cancel)
    {
        var own = contact.Safety?.NeverTell ?? [];
        return @case is null ? own : [.. own.Union(await neverTold.OfAsync(@case.Id, cancel))];
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

    private static int NumberOf(Order order, Person person) => order.People.Index().First(p => p.Item.Id == person.Id).Index + 1;
}
