using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Questions;

/// <summary>Reads a contact's screening: its sheets, their answers, and why somebody said otherwise.</summary>
internal sealed class ScreeningDesk(Db db, Reveals reveals)
{
    private const int Most = 20;
    private static readonly Code Attend = new("attend");
    private static readonly Code Mandate = new("line-mandate");

    /// <summary>The contact's last sheet, to be changed.</summary>
    public Task<ScreeningSheet?> LastAsync(ContactId contact, CancellationToken cancel) =>
        db.Screenings.Where(s => s.Contact == contact).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The last sheets, the newest first.</summary>
    public async Task<IReadOnlyList<ScreeningSheet>> HistoryAsync(ContactId contact, CancellationToken cancel) =>
        await db.Screenings.AsNoTracking().Where(s => s.Contact == contact).OrderByDescending(s => s.Number).Take(Most).ToListAsync(cancel);

    public async Task<AnswerSheet> AnswersAsync(ScreeningSheet? sheet, CancellationToken cancel) => sheet is null
        ? AnswerSheet.Empty
        : Questionnaire.Parse(await reveals.RevealAsync(sheet.Id, nameof(ScreeningSheet.Answers), sheet.Answers, Attend, Mandate, cancel));

    public async Task<string?> ReasonAsync(ScreeningSheet sheet, CancellationToken cancel) => sheet.Reason.IsEmpty
        ? null
        : await reveals.RevealAsync(sheet.Id, nameof(ScreeningSheet.Reason), sheet.Reason, Attend, Mandate, cancel);
}

/// <summary>A screening's words are read by those who may read the contact; its answers also by whoever of the same line follows the case it came to
/// belong to, of which <see cref="EarlierAnswers"/> alone is the way.</summary>
internal sealed class ScreeningRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new ScreeningId(record);
        var contacts = purpose == EarlierAnswers.Follow && field.Name == nameof(ScreeningSheet.Answers) ? db.Contacts.FollowedBy(viewer) : db.Contacts.VisibleTo(viewer);
        return db.Screenings.AnyAsync(s => s.Id == id && contacts.Any(c => c.Id == s.Contact), cancel);
    }
}
