using Amparo.Contacts.Questions;
using Amparo.Platform.Acts;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Screening;

namespace Amparo.Cases.Screenings;

/// <summary>What contacts of the case answered, as somebody looks at it before it counts for a person: in which contact, by whom, and where they differ.</summary>
internal sealed class EarlierPanel(IReadOnlyList<EarlierScreening> all, CountedAnswers counted, PersonScreening? last, Questionnaire questions, Texts texts, Show show)
{
    private const string Field = "From";

    public IReadOnlyList<Choice> Choices => [.. all.Select(one => new Choice(one.Id.ToString(), $"{one.Reference} · {show.Near(one.At)} · {texts[$"screening.speaker.{one.Speaker}"]}", HintOf(one)))];

    /// <summary>The words of the questions that were answered in different ways.</summary>
    public IReadOnlyList<string> InDoubt => [.. counted.InDoubt.Select(question => questions.Words(question, counted.Known.Speaker))];

    /// <summary>By question, what each contact answered.</summary>
    public IReadOnlyDictionary<string, string> SaidBefore => all
        .SelectMany(one => one.Answers.Answers, (one, said) => (Question: said.Key, Words: texts["person.screening.said", one.Reference, questions.AnswerTo(said.Key, said.Value)]))
        .GroupBy(said => said.Question)
        .ToDictionary(said => said.Key, said => string.Join(" · ", said.Select(s => s.Words)));

    /// <summary>The contacts as they were ticked and not yet saved; null when nobody touched them.</summary>
    public static IReadOnlyList<EarlierScreening>? Ticked(KeptDraft? draft, IReadOnlyList<EarlierScreening> all) =>
        draft?.Fields.GetValueOrDefault(Field) is { } ticked ? [.. all.Where(one => ticked.Contains(one.Id.ToString()))] : null;

    private string HintOf(EarlierScreening one)
    {
        var count = one.Answers.Answers.Count;
        var answers = texts[count == 1 ? "person.screening.answers-one" : "person.screening.answers", count];
        var isNewer = last is not null && !last.From.Contains(one.Id) && one.OfContact.Any(last.From.Contains);
        return isNewer ? $"{answers} {texts["person.screening.newer"]}" : answers;
    }
}
