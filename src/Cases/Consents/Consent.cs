using Amparo.Platform;
using Amparo.Platform.Data;

namespace Amparo.Cases.Consents;

/// <summary>What somebody in a case agreed to: which agency may know what of them, for which purpose, until when.</summary>
internal sealed class Consent : IVersioned
{
    private Consent()
    {
    }

    public ConsentId Id { get; private init; } = ConsentId.New();

    public PersonId Person { get; private init; }

    public AgencyId Agency { get; private init; }

    public Code Purpose { get; private init; }

    /// <summary>The pack's groups of fields.</summary>
    public IReadOnlyList<Code> Groups { get; private init; } = [];

    /// <summary>How it was given: spoken, written, by whoever represents a child.</summary>
    public Code Form { get; private init; }

    public DateOnly GivenOn { get; private init; }

    /// <summary>The last day on which it counts.</summary>
    public DateOnly Until { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private init; } = 1;

    internal static (Consent Consent, ConsentGiven Given) Give(Person person, Case @case, ConsentTerms terms, ConsentCodes codes, DateOnly today, DateTimeOffset now)
    {
        @case.RefuseClosed();
        if (terms.GivenOn > today)
            throw new Refused("consent.given-later");
        if (terms.Until < today)
            throw new Refused("consent.until-past");
        if (terms.Groups.Count == 0)
            throw new Refused("consent.groups-missing");
        if (terms.Groups.Any(group => !codes.Covers(terms.Form, group, person)))
            throw new Refused("consent.child-alone");
        var consent = new Consent
        {
            Person = person.Id,
            Agency = terms.Agency,
            Purpose = terms.Purpose,
            Groups = [.. terms.Groups.Select(group => new Code(group.Code))],
            Form = new Code(terms.Form.Code),
            GivenOn = terms.GivenOn,
            Until = terms.Until,
            RecordedAt = now,
        };
        return (consent, new ConsentGiven(consent.Id, person.Id, consent.Agency, consent.Purpose, consent.Groups, consent.Form, consent.Until));
    }

    /// <summary>From this moment the agency reads nothing more under it.</summary>
    internal ConsentWithdrawn Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            throw new Refused("consent.withdrawn-already");
        WithdrawnAt = now;
        return new ConsentWithdrawn(Id, Person, Agency);
    }

    internal ConsentState StateOn(DateOnly today) =>
        WithdrawnAt is not null ? ConsentState.Withdrawn : today > Until ? ConsentState.Expired : ConsentState.InForce;
}

internal enum ConsentState
{
    InForce,
    Expired,
    Withdrawn,
}

/// <summary>What is agreed to.</summary>
internal sealed record ConsentTerms(AgencyId Agency, Code Purpose, IReadOnlyList<ConsentGroup> Groups, ConsentForm Form, DateOnly GivenOn, DateOnly Until);
