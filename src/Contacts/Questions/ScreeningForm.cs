using Amparo.Platform.Kit;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The answers as the form posts them.</summary>
public sealed class ScreeningInput
{
    /// <summary>The sheet that these answers go on from.</summary>
    public string? Stamp { get; set; }

    public Speaker Speaker { get; set; }

    /// <summary>By question; every question of the bank has a place, so that the page can ask for any.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    internal static ScreeningInput Of(QuestionBank bank, AnswerSheet answers, string stamp) => new()
    {
        Stamp = stamp,
        Answers = bank.Questions.ToDictionary(q => q.Code, q => answers.Answers.GetValueOrDefault(q.Code)),
    };
}

/// <summary>The questions as a page asks them: the short set first, the rest by what it is about.</summary>
public sealed class ScreeningForm
{
    private readonly QuestionBook _book;
    private readonly AnswerSheet _saved;
    private readonly IReadOnlyList<Question> _asked;

    internal ScreeningForm(QuestionBook book, Circumstances known, ScreeningInput input, AnswerSheet saved, DateTimeOffset? draftAt)
    {
        (_book, _saved, Speaker, Input, DraftAt) = (book, saved, known.Speaker, input, draftAt);
        _asked = book.Bank.For(known);
    }

    public Speaker Speaker { get; }

    public ScreeningInput Input { get; }

    /// <summary>When what is ticked and not yet saved was last kept.</summary>
    public DateTimeOffset? DraftAt { get; }

    /// <summary>By question what was answered elsewhere, and where.</summary>
    public IReadOnlyDictionary<string, string> SaidBefore { get; init; } = new Dictionary<string, string>();

    /// <summary>What is asked first.</summary>
    public IEnumerable<Question> Core => _asked.Where(q => q.Core);

    /// <summary>The rest, by what it is about, in the bank's order.</summary>
    public IEnumerable<IGrouping<Topic, Question>> More => _asked.Where(q => !q.Core).GroupBy(q => q.Topic).OrderBy(g => g.Key);

    public string Words(Question question) => _book.Words(question.Code, Speaker);

    public int Answered(IEnumerable<Question> questions) => questions.Count(q => Input.Answers[q.Code] is not (null or NonAnswer.NotAsked));

    /// <summary>Whether there is anything to see before somebody looks for it.</summary>
    public bool HasSome(IEnumerable<Question> questions) => questions.Any(q => SaidBefore.ContainsKey(q.Code) || Input.Answers[q.Code] is not (null or NonAnswer.NotAsked));

    public IReadOnlyList<Choice> Options(Question question)
    {
        IEnumerable<string> codes = [.. question.Options.Select(o => o.Code), NonAnswer.Unknown, NonAnswer.Declined];
        if (_saved[question.Code] != NonAnswer.NotAsked || Input.Answers[question.Code] is not null)
            codes = codes.Append(NonAnswer.NotAsked);
        return [.. codes.Select(code => new Choice(code, _book.Answer(question.Code, code)))];
    }
}
