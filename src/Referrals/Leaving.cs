using Amparo.Cases;
using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Acts;

namespace Amparo.Referrals;

/// <summary>Says fact by fact what may leave for a purpose on a legal basis, and why the rest stays.</summary>
internal sealed class Leaving(Handover handover, PersonHandover persons, ConsentLedger ledger)
{
    public async Task<IReadOnlyList<Departing>> OfAsync(Order order, CancellationToken cancel)
    {
        var (basis, people) = (order.Basis, order.People);
        var agreed = basis.NeedsConsent && people.Count > 0
            ? await ledger.FieldsAsync([.. people.Select(p => p.Id)], order.To.Agency, [order.Purpose], cancel)
            : null;
        var fields = handover.FieldsOf(order.Purpose);
        return
        [
            .. handover.Of(order.Contact, order.Purpose).Select(fact => new Departing(fact, null, OfContact(fact))),
            .. people.SelectMany(person => persons.Of(person, fields).Select(fact => new Departing(fact, person, OfPerson(fact, person)))),
        ];

        // What the contact told is about everybody who goes along: each must have agreed.
        Withheld? OfContact(HandedFact fact) =>
            agreed is not null && ledger.Knows(fact.Field) && !people.All(p => agreed[p.Id].Contains(fact.Field)) ? Withheld.NoConsent
            : handover.IsIdentity(fact.Field) && basis is { NeedsConsent: false, CarriesIdentity: false } ? Withheld.NotOnThisBasis : null;

        Withheld? OfPerson(HandedFact fact, Person person) =>
            agreed is not null ? agreed[person.Id].Contains(fact.Field) ? null : Withheld.NoConsent
            : !handover.IsIdentity(fact.Field) || (basis.CarriesIdentity && (!basis.ChildrenOnly || persons.IsChild(person))) ? null : Withheld.NotOnThisBasis;
    }

    /// <summary>Changes when anything that would leave does.</summary>
    public static string StampOf(IEnumerable<Departing> facts) =>
        Stamp.Of([.. facts.SelectMany(fact => (object?[])[fact.Fact.Field, fact.Of?.Id, fact.Why, fact.Fact.Codes, fact.Fact.Words])]);
}

/// <summary>A fact that was asked for.</summary>
/// <param name="Of">Of whom; null for what the contact told.</param>
/// <param name="Why">Why it stays; null when it leaves.</param>
internal sealed record Departing(HandedFact Fact, Person? Of, Withheld? Why)
{
    public bool Leaves => Why is null;
}

internal enum Withheld
{
    /// <summary>The person did not agree to it for this agency and purpose, or no longer does.</summary>
    NoConsent,

    /// <summary>The legal basis carries facts, not who somebody is.</summary>
    NotOnThisBasis,
}
