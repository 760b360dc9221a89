using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Cases;

/// <summary>Somebody in a case: possible victim, presumed trafficker, relative, informant. Nobody is a victim until an authority said so.</summary>
public sealed class Person : IVersioned
{
    private Person()
    {
    }

    public PersonId Id { get; private init; } = PersonId.New();

    public CaseId Case { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public Code Role { get; private set; }

    public Code AgeGroup { get; private set; }

    public Code Sex { get; private set; }

    /// <summary>What a presumed trafficker did in the trafficking, of the pack's list; nobody else has any.</summary>
    public IReadOnlyList<Code> ProcessRoles { get; private set; } = [];

    public Sealed Name { get; private set; }

    /// <summary>An identity document's number.</summary>
    public Sealed Document { get; private set; }

    /// <summary>Where the person is and what a colleague must know.</summary>
    public Sealed Note { get; private set; }

    /// <summary>What is held now; the history has every decision.</summary>
    public Code? Status { get; private set; }

    /// <summary>When the last decision was recorded. It also makes two who record at once a conflict.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public List<DecidedStatus> Decisions { get; private init; } = [];

    public int Version { get; private init; } = 1;

    internal string FactsStamp => Stamp.Of(Role, AgeGroup, Sex, string.Join(' ', ProcessRoles), Name, Document, Note);

    internal static (Person Person, PersonAdded Added) Add(Case @case, PersonFacts facts, PersonRole role, Seals seals, DateTimeOffset now)
    {
        @case.RefuseClosed();
        var person = new Person { Case = @case.Id, AddedAt = now, Status = role.Status is { } status ? new Code(status) : null };
        person.Take(facts, role, seals);
        return (person, new PersonAdded(person.Id, person.Case, person.Role, person.AgeGroup));
    }

    /// <remarks>Another role begins with that role's first status: what was decided of a relative says nothing of a trafficker.</remarks>
    internal PersonChanged Change(Case @case, PersonFacts facts, PersonRole role, Seals seals)
    {
        @case.RefuseClosed();
        if (Role.Value != role.Code)
            Status = role.Status is { } status ? new Code(status) : null;
        Take(facts, role, seals);
        return new PersonChanged(Id, Case, Role, AgeGroup);
    }

    internal StatusDecided Decide(Case @case, PersonStatus status, Decider decider, DateOnly on, DateOnly today, DateTimeOffset now)
    {
        @case.RefuseClosed();
        if (status.Role != Role.Value)
            throw new Refused("person.status.other-role");
        if (status.NeedsAuthority && !decider.IsAuthority)
            throw new Refused("person.status.needs-authority", status.Label.ToString());
        if (on > today)
            throw new Refused("person.status.future");
        (Status, DecidedAt) = (new Code(status.Code), now);
        Decisions.Add(new DecidedStatus { Person = Id, Number = Decisions.Count + 1, Status = new Code(status.Code), Decider = new Code(decider.Code), On = on, RecordedAt = now });
        return new StatusDecided(Id, Case, new Code(status.Code), new Code(decider.Code), on);
    }

    private void Take(PersonFacts facts, PersonRole role, Seals seals)
    {
        (Role, AgeGroup, Sex) = (facts.Role, facts.AgeGroup, facts.Sex);
        ProcessRoles = role.IsPresumedTrafficker ? facts.ProcessRoles ?? [] : [];
        Name = seals.Seal(Id, nameof(Name), facts.Name);
        Document = seals.Seal(Id, nameof(Document), facts.Document);
        Note = seals.Seal(Id, nameof(Note), facts.Note);
    }
}

/// <summary>One decision on who somebody is in the eyes of the law.</summary>
public sealed class DecidedStatus
{
    public PersonId Person { get; internal init; }

    public int Number { get; internal init; }

    public Code Status { get; internal init; }

    public Code Decider { get; internal init; }

    public DateOnly On { get; internal init; }

    public DateTimeOffset RecordedAt { get; internal init; }
}

internal sealed record PersonFacts(Code Role, Code AgeGroup, Code Sex, string? Name, string? Document, string? Note, IReadOnlyList<Code>? ProcessRoles = null);
