namespace Amparo.Screening;

/// <summary>A sheet as the bank understands it: which options were given, the age that holds, which questions must be answered.</summary>
internal sealed class Reading
{
    private readonly AnswerSheet _sheet;
    private readonly Circumstances _circumstances;
    private readonly Dictionary<string, AnswerOption> _given;

    public Reading(QuestionBank bank, AnswerSheet sheet, Circumstances circumstances)
    {
        _sheet = sheet;
        _circumstances = circumstances;
        _given = bank.Questions
            .Select(question => (question.Code, Option: question.Option(sheet[question.Code])))
            .Where(pair => pair.Option is not null)
            .ToDictionary(pair => pair.Code, pair => pair.Option!, StringComparer.Ordinal);
        Age = _given.Values.Select(option => option.Age ?? AgeGroup.Unknown).Append(circumstances.Age).Min();
        NotInBank = [.. sheet.Answers.Where(pair => !_given.ContainsKey(pair.Key) && !(NonAnswer.Is(pair.Value) && bank.Knows(pair.Key)))];
    }

    /// <summary>The most protected of all ages told.</summary>
    public AgeGroup Age { get; }

    public IReadOnlyList<KeyValuePair<string, string>> NotInBank { get; }

    public AnswerOption? Given(Question question) => _given.GetValueOrDefault(question.Code);

    /// <summary>
    /// Whether something stays open while this question has no answer. A question that this speaker cannot be asked, or that makes no sense
    /// at this age, holds nothing open, unless it was asked all the same. A bystander's silence on what only the person knows does: nobody
    /// can say “no” for somebody else.
    /// </summary>
    public bool MustAnswer(Question question) =>
        _sheet[question.Code] != NonAnswer.NotAsked
        || ((question.Asked != Asked.Bystander || _circumstances.MayAsk(question)) && !(question.ChildrenOnly && Age == AgeGroup.Adult));

    public MissingAnswer Missing(Question question) => new(question.Code, Recorded(question), _circumstances.MayAsk(question));

    // What the bank does not know is no answer, and nobody wrote down that there was none.
    private string Recorded(Question question) =>
        _sheet[question.Code] is var recorded && NonAnswer.Is(recorded) ? recorded : NonAnswer.NotAsked;
}
