using System.Text.Json;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Questions;

/// <summary>Reads a contact's screening: the last sheet, what was ticked since, and what both say.</summary>
internal sealed class ScreeningDesk(Db db, QuestionBook book, Reveals reveals, Drafts drafts)
{
    public const string Draft = "screening";
    private const int Most = 20;
    private const string Answer = "Input.Answers[";
    private static readonly Code Attend = new("attend");
    private static readonly Code Mandate = new("line-mandate");

    /// <summary>The contact's last sheet, to be changed.</summary>
    public Task<ScreeningSheet?> LastAsync(ContactId contact, CancellationToken cancel) =>
        db.Screenings.Where(s => s.Contact == contact).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The last sheets, the newest first.</summary>
    public async Task<IReadOnlyList<ScreeningSheet>> HistoryAsync(ContactId contact, CancellationToken cancel) =>
        await db.Screenings.AsNoTracking().Where(s => s.Contact == contact).OrderByDescending(s => s.Number).Take(Most).ToListAsync(cancel);

    public async Task<AnswerSheet> AnswersAsync(ScreeningSheet? sheet, CancellationToken cancel)
    {
        if (sheet is null || await reveals.RevealAsync(sheet.Id, nameof(ScreeningSheet.Answers), sheet.Answers, Attend, Mandate, cancel) is not { } json)
            return AnswerSheet.Empty;
        return AnswerSheet.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.Select(a => (a.Key, a.Value)));
    }

    public async Task<string?> ReasonAsync(ScreeningSheet sheet, CancellationToken cancel) => sheet.Reason.IsEmpty
        ? null
        : await reveals.RevealAsync(sheet.Id, nameof(ScreeningSheet.Reason), sheet.Reason, Attend, Mandate, cancel);

    /// <summary>The answers with those that were ticked and not yet saved in their place.</summary>
    public async Task<(AnswerSheet Answers, DateTimeOffset? At)> WithDraftAsync(ContactId contact, AnswerSheet saved, CancellationToken cancel)
    {
        if (await drafts.FindAsync(contact, Draft, cancel) is not { } draft)
            return (saved, null);
        var ticked = draft.Fields.Where(f => f.Key.StartsWith(Answer, StringComparison.Ordinal) && f.Value.Length > 0)
            .Select(f => (Question: f.Key[Answer.Length..^1], Answer: f.Value[0]))
            .Where(a => Knows(a.Question, a.Answer));
        return (ticked.Aggregate(saved, (sheet, a) => sheet.With(a.Question, a.Answer)), draft.SavedAt);
    }

    /// <summary>What was posted, as far as the bank knows it; an answer that is none is left out.</summary>
    public AnswerSheet Read(IReadOnlyDictionary<string, string?> posted, AnswerSheet saved) =>
        posted.Where(a => Knows(a.Key, a.Value)).Aggregate(saved, (sheet, a) => sheet.With(a.Key, a.Value!));

    private bool Knows(string question, string? answer) =>
        answer is not null && book.Bank.Find(question) is { } known && (NonAnswer.Is(answer) || known.Options.Any(option => option.Code == answer));
}

/// <summary>A screening's words are read by those who may read the contact.</summary>
internal sealed class ScreeningRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new ScreeningId(record);
        var contacts = db.Contacts.VisibleTo(viewer);
        return db.Screenings.AnyAsync(s => s.Id == id && contacts.Any(c => c.Id == s.Contact), cancel);
    }
}
