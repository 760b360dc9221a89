using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Protection;

namespace Amparo.Referrals;

/// <summary>One fact of one person that left with a referral. It has an id of its own, so that each is read and refused by itself.</summary>
public sealed class SharedPersonFact
{
    public SharedFactId Id { get; private init; } = SharedFactId.New();

    public ReferralId Referral { get; private init; }

    public PersonId Person { get; private init; }

    /// <summary>1 for the first person of the referral: how they are told apart without a name.</summary>
    public int Number { get; private init; }

    public Code Field { get; private init; }

    public string? Codes { get; private init; }

    public Sealed Words { get; private init; }

    public int Position { get; private init; }

    internal static SharedPersonFact Of(Referral referral, Person person, HandedFact fact, int number, int position, Seals seals)
    {
        var id = SharedFactId.New();
        return new SharedPersonFact
        {
            Id = id,
            Referral = referral.Id,
            Person = person.Id,
            Number = number,
            Field = new Code(fact.Field),
            Codes = fact.Codes,
            Words = fact.Codes is null ? seals.Reseal(person.Id, fact.Source, fact.Words, id, fact.Field) : default,
            Position = position,
        };
    }
}
