using Amparo.Contacts.Questions;
using Amparo.Platform.Packs;
using Amparo.Screening;
using Amparo.Tests.Packs;

namespace Amparo.Tests.Screening;

/// <summary>The bank of Peru, and how tests speak of it.</summary>
internal static class Banks
{
    public static QuestionBook Book { get; } = new(Pack.Load(PackFolder.Pe));

    public static QuestionBank Peru => Book.Bank;

    /// <summary>“P1=adult A1=yes …”.</summary>
    public static AnswerSheet Sheet(string answers) =>
        AnswerSheet.Of(answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])));

    public static Assessment Assess(string answers, Speaker speaker = Speaker.Unknown) => Peru.Assess(Sheet(answers), new(speaker));

    /// <summary>Every question a speaker can be asked, answered with what rules most out.</summary>
    public static AnswerSheet AllDenied(QuestionBank bank, string age) => AnswerSheet.Of(
        bank.Questions.Select(question => (question.Code, question.Option(age)?.Code ?? question.Options.FirstOrDefault(o => o.Denies)?.Code ?? "no")));

    /// <summary>How far an assessment goes on trafficking.</summary>
    public static int Rank(this Assessment assessment) =>
        assessment.Says(Result.TraffickingLikely) ? 2 : assessment.Says(Result.TraffickingPossible) ? 1 : 0;
}
