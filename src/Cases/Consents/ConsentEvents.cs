using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Consents;

/// <summary>Somebody agreed that an agency may know what the groups name, for one purpose, until a day.</summary>
public sealed record ConsentGiven(
    ConsentId Consent,
    PersonId Person,
    AgencyId Agency,
    [property: CodeOf("referrals/purposes.json")] Code Purpose,
    IReadOnlyList<Code> Groups,
    [property: CodeOf("cases/consent-forms.json")] Code Form,
    DateOnly Until) : IEvent
{
    public Subject About => Consent;

    public Subject? Under => Person;
}

public sealed record ConsentWithdrawn(ConsentId Consent, PersonId Person, AgencyId Agency) : IEvent
{
    public Subject About => Consent;

    public Subject? Under => Person;
}
