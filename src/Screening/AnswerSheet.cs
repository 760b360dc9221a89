using System.Collections.Immutable;

namespace Amparo.Screening;

/// <summary>What was answered so far, by question: one answer each, in no order. Immutable.</summary>
public sealed class AnswerSheet
{
    private readonly ImmutableSortedDictionary<string, string> _answers;

    private AnswerSheet(ImmutableSortedDictionary<string, string> answers) => _answers = answers;

    /// <summary>Nothing asked yet.</summary>
    public static AnswerSheet Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The answers by question, ordered by the question's code; without the questions never asked.</summary>
    public IReadOnlyDictionary<string, string> Answers => _answers;

    /// <summary>A sheet of question codes with the code of an answer or of a <see cref="NonAnswer"/>.</summary>
    /// <exception cref="ArgumentException">A question is answered twice.</exception>
    public static AnswerSheet Of(params IEnumerable<(string Question, string Answer)> answers)
    {
        var sheet = Empty;
        foreach (var (question, answer) in answers)
        {
            if (sheet[question] != NonAnswer.NotAsked)
                throw new ArgumentException($"The question {question} is answered twice.", nameof(answers));
            sheet = sheet.With(question, answer);
        }

        return sheet;
    }

    /// <summary>The answer to a question; <see cref="NonAnswer.NotAsked"/> when there is none.</summary>
    public string this[string question] => _answers.GetValueOrDefault(question, NonAnswer.NotAsked);

    /// <summary>The sheet with this answer in the place of the question's former one.</summary>
    public AnswerSheet With(string question, string answer) =>
        answer == NonAnswer.NotAsked ? new(_answers.Remove(question)) : new(_answers.SetItem(question, answer));
}
