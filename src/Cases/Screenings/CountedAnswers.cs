using Amparo.Contacts.Questions;
using Amparo.Screening;

namespace Amparo.Cases.Screenings;

/// <summary>The answers that count for a person: those asked for them, and those of contacts that somebody said are about them.</summary>
internal sealed class CountedAnswers(QuestionBank bank, Circumstances known, AnswerSheet own, IReadOnlyList<EarlierScreening> from)
{
    private IReadOnlyList<AnswerSheet> Earlier => [.. from.Select(earlier => earlier.Answers)];

    public Circumstances Known => known;

    public AnswerSheet Own => own;

    public IReadOnlyList<EarlierScreening> From => from;

    public AnswerSheet Together { get; } = bank.Together([.. from.Select(earlier => earlier.Answers)], own);

    public Assessment Says => bank.Assess(Together, known);

    /// <summary>Answered in different ways, and not settled yet.</summary>
    public IReadOnlyList<Question> InDoubt => bank.InDoubt(Earlier, own);
}
