using Amparo.Platform.Acts;
using Amparo.Platform.Kit;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The answers as the form posts them.</summary>
internal sealed class ScreeningInput
{
    /// <summary>The sheet that these answers go on from.</summary>
    public string? Stamp { get; set; }

    public Speaker Speaker { get; set; }

    /// <summary>By question; every question of the bank has a place, so that the page can ask for any.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    public static ScreeningInput Of(QuestionBank bank, AnswerSheet answers, ScreeningSheet? last) => new()
    {
        Stamp = StampOf(last),
        Answers = bank.Questions.ToDictionary(q => q.Code, q => answers.Answers.GetValueOrDefault(q.Code)),
    };

    public static string StampOf(ScreeningSheet? last) => Platform.Acts.Stamp.Of(last?.Id);
}

/// <param name="DraftAt">When what is ticked and not yet saved was last kept.</param>
/// <param name="Saved">The last sheet's answers: only what was once answered can be taken back.</param>
internal sealed record ScreeningForm(Contact Contact, Speaker Speaker, ScreeningInput Input, QuestionBook Book, DateTimeOffset? DraftAt, AnswerSheet Saved)
{
    private IReadOnlyList<Question> Asked => Book.Bank.For(new Circumstances(Speaker));

    /// <summary>What is asked first.</summary>
    public IEnumerable<Question> Core => Asked.Where(q => q.Core);

    /// <summary>The rest, by what it is about, in the bank's order.</summary>
    public IEnumerable<IGrouping<Topic, Question>> More => Asked.Where(q => !q.Core).GroupBy(q => q.Topic).OrderBy(g => g.Key);

    public string Words(Question question) => Book.Words(question.Code, Speaker);

    public int Answered(IEnumerable<Question> questions) => questions.Count(q => Input.Answers[q.Code] is not (null or NonAnswer.NotAsked));

    public IReadOnlyList<Choice> Options(Question question)
    {
        IEnumerable<string> codes = [.. question.Options.Select(o => o.Code), NonAnswer.Unknown, NonAnswer.Declined];
        if (Saved[question.Code] != NonAnswer.NotAsked || Input.Answers[question.Code] is not null)
            codes = codes.Append(NonAnswer.NotAsked);
        return [.. codes.Select(code => new Choice(code, Book.Answer(question.Code, code)))];
    }
}
