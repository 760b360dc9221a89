using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The answers of one moment and what somebody made of them. A later one takes its place and leaves it as history.</summary>
public sealed class ScreeningSheet : IVersioned
{
    private ScreeningSheet()
    {
    }

    public ScreeningId Id { get; private init; } = ScreeningId.New();

    public ContactId Contact { get; private init; }

    /// <summary>1 for the contact's first.</summary>
    public int Number { get; private init; }

    public UserId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Speaker Speaker { get; private init; }

    /// <summary>The answers by question, as JSON: what happened to somebody is told by them as by words.</summary>
    public Sealed Answers { get; private init; }

    /// <summary>What a person concluded; null while the answers stand alone.</summary>
    public Result? Decision { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public UserId? DecidedBy { get; private set; }

    /// <summary>Why the conclusion is another than what the answers say.</summary>
    public Sealed Reason { get; private set; }

    public int Version { get; private init; } = 1;

    internal static (ScreeningSheet Sheet, ScreeningAnswered Answered) Fill(
        Contact contact, ScreeningSheet? before, Viewer by, Speaker speaker, AnswerSheet answers, AgeGroup age, Seals seals, DateTimeOffset now)
    {
        contact.RefuseWhenClosed();
        if (answers.Answers.Count == 0)
            throw new Refused("screening.nothing-answered");
        var id = ScreeningId.New();
        var sheet = new ScreeningSheet
        {
            Id = id,
            Contact = contact.Id,
            Number = (before?.Number ?? 0) + 1,
            By = by.User!.Value,
            At = now,
            Speaker = speaker,
            Answers = seals.Seal(id, nameof(Answers), Questionnaire.Write(answers)),
        };
        return (sheet, new ScreeningAnswered(id, contact.Id, age, answers.Answers.Count));
    }

    /// <summary>Confirms one of the results, or overrides them all with a reason.</summary>
    internal ScreeningDecided Decide(Result result, Assessment says, string? reason, Viewer by, Seals seals, DateTimeOffset now)
    {
        var conclusion = Conclusion.Of(says, result, reason);
        (Decision, DecidedAt, DecidedBy) = (result, now, by.User);
        Reason = seals.Seal(Id, nameof(Reason), reason);
        return new ScreeningDecided(Id, Contact, result, conclusion.Overrides);
    }
}
