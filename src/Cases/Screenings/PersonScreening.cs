using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;

namespace Amparo.Cases.Screenings;

/// <summary>What was answered about somebody who may be a victim, and what a person made of it. A later one takes its place and leaves it as history.</summary>
/// <remarks>Of a person and not of the case: which means are needed hangs on their age, and two people of one case may have lived different things.</remarks>
public sealed class PersonScreening : IVersioned
{
    private PersonScreening()
    {
    }

    public PersonScreeningId Id { get; private init; } = PersonScreeningId.New();

    public PersonId Person { get; private init; }

    public CaseId Case { get; private init; }

    /// <summary>1 for the person's first.</summary>
    public int Number { get; private init; }

    public UserId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Speaker Speaker { get; private init; }

    /// <summary>The sheets of contacts that somebody said are about this person. They count where they stand; nothing of them is copied.</summary>
    public IReadOnlyList<ScreeningId> From { get; private init; } = [];

    /// <summary>What was asked for this person, by question, as JSON.</summary>
    public Sealed Answers { get; private init; }

    /// <summary>What a person concluded; null while the answers stand alone.</summary>
    public Result? Decision { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public UserId? DecidedBy { get; private set; }

    /// <summary>Why the conclusion is another than what the answers say.</summary>
    public Sealed Reason { get; private set; }

    public int Version { get; private init; } = 1;

    internal static (PersonScreening Screening, PersonScreened Screened) Fill(
        Person person, PersonRole? role, Case @case, PersonScreening? before, CountedAnswers answers, Viewer by, Seals seals, DateTimeOffset now)
    {
        @case.RefuseClosed();
        if (role is not { IsPossibleVictim: true })
            throw new Refused("person.screening.not-possible-victim");
        if (answers.Own.Answers.Count == 0 && answers.From.Count == 0)
            throw new Refused("screening.nothing-answered");
        var id = PersonScreeningId.New();
        var screening = new PersonScreening
        {
            Id = id,
            Person = person.Id,
            Case = person.Case,
            Number = (before?.Number ?? 0) + 1,
            By = by.User!.Value,
            At = now,
            Speaker = answers.Known.Speaker,
            From = [.. answers.From.Select(earlier => earlier.Id)],
            Answers = answers.Own.Answers.Count == 0 ? default : seals.Seal(id, nameof(Answers), Questionnaire.Write(answers.Own)),
        };
        return (screening, new PersonScreened(id, person.Id, person.Case, answers.Says.Age, answers.Own.Answers.Count, answers.From.Count));
    }

    /// <summary>Confirms one of the results, or overrides them all with a reason.</summary>
    internal PersonScreeningDecided Decide(Case @case, Conclusion conclusion, Viewer by, Seals seals, DateTimeOffset now)
    {
        @case.RefuseClosed();
        (Decision, DecidedAt, DecidedBy) = (conclusion.Result, now, by.User);
        Reason = seals.Seal(Id, nameof(Reason), conclusion.Reason);
        return new PersonScreeningDecided(Id, Person, Case, conclusion.Result, conclusion.Overrides);
    }
}
