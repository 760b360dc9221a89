namespace Amparo.Screening;

/// <summary>Several conversations about one person as one sheet.</summary>
public static class Conversations
{
    /// <summary>
    /// The answers of earlier conversations, and over them those of the one that goes on. Of different earlier answers to a question the one that
    /// protects counts: one that denies nothing before one that does, the youngest age, the strongest, the newest. So nobody's “no” takes away what
    /// somebody else told. In the conversation that goes on the question was put again, and its answer settles it; its silence settles nothing.
    /// </summary>
    /// <param name="earlier">The newest first.</param>
    public static AnswerSheet Together(this QuestionBank bank, IReadOnlyList<AnswerSheet> earlier, AnswerSheet own)
    {
        var sheet = AnswerSheet.Empty;
        foreach (var question in earlier.Append(own).SelectMany(one => one.Answers.Keys).Distinct(StringComparer.Ordinal))
        {
            var settled = own[question];
            var answer = IsAnswer(bank, question, settled) ? settled : Protecting(bank, question, earlier.Append(own));
            sheet = sheet.With(question, answer);
        }
        return sheet;
    }

    /// <summary>The questions that were answered in different ways: somebody has to ask again.</summary>
    public static IReadOnlyList<Question> InDoubt(this QuestionBank bank, IReadOnlyList<AnswerSheet> earlier, AnswerSheet own) =>
    [
        .. from question in bank.Questions
           where question.Option(own[question.Code]) is null
           where earlier.Select(sheet => question.Option(sheet[question.Code])?.Code).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1
           select question,
    ];

    private static bool IsAnswer(QuestionBank bank, string question, string answer) => bank.Find(question)?.Option(answer) is not null;

    // What the bank does not know comes last, and stays in the sheet so that it is named.
    private static string Protecting(QuestionBank bank, string question, IEnumerable<AnswerSheet> sheets) => sheets
        .Select(sheet => (Answer: sheet[question], Option: bank.Find(question)?.Option(sheet[question])))
        .Where(said => said.Answer != NonAnswer.NotAsked)
        .OrderBy(said => said.Option is not null ? 0 : NonAnswer.Is(said.Answer) ? 1 : 2)
        .ThenBy(said => said.Option?.Denies)
        .ThenBy(said => said.Option?.Age ?? AgeGroup.Unknown)
        .ThenByDescending(said => said.Option?.Elements.Select(firing => (int)firing.Strength).DefaultIfEmpty(0).Max() ?? 0)
        .First().Answer;
}
