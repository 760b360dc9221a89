using System.Text.Json;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Languages;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The pack's questions as they are asked, ticked, kept and weighed, whoever is screened: modules above screen with it too.</summary>
public sealed class Questionnaire
{
    /// <summary>The form under which what is ticked is kept.</summary>
    public const string Draft = "screening";
    private const string Answer = "Input.Answers[";

    private readonly QuestionBook _book;
    private readonly Drafts _drafts;
    private readonly Texts _texts;

    internal Questionnaire(QuestionBook book, Drafts drafts, Texts texts) => (_book, _drafts, _texts) = (book, drafts, texts);

    public QuestionBank Bank => _book.Bank;

    /// <summary>How the answers of a sheet are written down before they are sealed.</summary>
    public static string Write(AnswerSheet answers) => JsonSerializer.Serialize(answers.Answers);

    public static AnswerSheet Parse(string? written) => written is null
        ? AnswerSheet.Empty
        : AnswerSheet.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(written)!.Select(a => (a.Key, a.Value)));

    /// <summary>What people read for an answer.</summary>
    public string AnswerTo(string question, string answer) => _book.Answer(question, answer);

    /// <summary>What is said aloud to this speaker.</summary>
    public string Words(Question question, Speaker speaker) => _book.Words(question.Code, speaker);

    /// <param name="saved">The last sheet's own answers: only what was once answered can be taken back.</param>
    /// <param name="saidBefore">By question what was answered elsewhere, and where.</param>
    public ScreeningForm Ask(Circumstances known, TickedAnswers ticked, AnswerSheet saved, string stamp, IReadOnlyDictionary<string, string>? saidBefore = null) =>
        new(_book, known, ScreeningInput.Of(Bank, ticked.Answers, stamp), saved, ticked.At) { SaidBefore = saidBefore ?? new Dictionary<string, string>() };

    /// <param name="decision">What somebody concluded of them, where all of them are saved.</param>
    public ScreeningVerdict Weigh(AnswerSheet answers, Circumstances known, Result? decision = null) =>
        new(Bank.Assess(answers, known), known.Speaker, _book, _texts) { Decision = decision };

    /// <summary>The answers with those that were ticked and not yet saved in their place.</summary>
    public async Task<TickedAnswers> TickedAsync(Subject about, AnswerSheet saved, CancellationToken cancel)
    {
        if (await _drafts.FindAsync(about, Draft, cancel) is not { } draft)
            return new TickedAnswers(saved, null);
        var ticked = draft.Fields.Where(f => f.Key.StartsWith(Answer, StringComparison.Ordinal) && f.Value.Length > 0)
            .Select(f => (Question: f.Key[Answer.Length..^1], Answer: f.Value[0]))
            .Where(a => Knows(a.Question, a.Answer));
        return new TickedAnswers(ticked.Aggregate(saved, (sheet, a) => sheet.With(a.Question, a.Answer)), draft);
    }

    /// <summary>What was posted, as far as the bank knows it; an answer that is none is left out.</summary>
    public AnswerSheet Read(IReadOnlyDictionary<string, string?> posted, AnswerSheet saved) =>
        posted.Where(a => Knows(a.Key, a.Value)).Aggregate(saved, (sheet, a) => sheet.With(a.Key, a.Value!));

    private bool Knows(string question, string? answer) =>
        answer is not null && Bank.Find(question) is { } known && (NonAnswer.Is(answer) || known.Options.Any(option => option.Code == answer));
}

/// <summary>Answers as somebody has them before them: what is saved, and over it what they ticked since.</summary>
/// <param name="Draft">Null when nothing was ticked since.</param>
public sealed record TickedAnswers(AnswerSheet Answers, KeptDraft? Draft)
{
    public DateTimeOffset? At => Draft?.SavedAt;
}
