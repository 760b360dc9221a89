using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Questions;

/// <summary>What was answered in contacts, for whoever follows the case they came to belong to and goes on asking: people of the line that took them,
/// and nobody else. Each reading is recorded.</summary>
public sealed class EarlierAnswers
{
    internal static readonly Code Follow = new("follow-case");
    private static readonly Code Mandate = new("line-mandate");

    private readonly Db _db;
    private readonly Reveals _reveals;
    private readonly Viewer _viewer;

    internal EarlierAnswers(Db db, Reveals reveals, Viewer viewer) => (_db, _reveals, _viewer) = (db, reveals, viewer);

    /// <summary>The last sheet of each contact, the newest first.</summary>
    public async Task<IReadOnlyList<EarlierScreening>> LatestAsync(IReadOnlyCollection<ContactId> contacts, CancellationToken cancel)
    {
        var sheets = await SheetsAsync(contacts, cancel);
        return await OpenAsync(sheets.GroupBy(s => s.Sheet.Contact).Select(of => of.MaxBy(s => s.Sheet.Number)!), sheets, cancel);
    }

    /// <summary>Those sheets of the contacts that were once chosen, the newest first; what newer ones say is left out.</summary>
    public async Task<IReadOnlyList<EarlierScreening>> OfAsync(IReadOnlyCollection<ScreeningId> chosen, IReadOnlyCollection<ContactId> contacts, CancellationToken cancel)
    {
        var sheets = await SheetsAsync(contacts, cancel);
        return await OpenAsync(sheets.Where(s => chosen.Contains(s.Sheet.Id)), sheets, cancel);
    }

    private async Task<IReadOnlyList<EarlierScreening>> OpenAsync(IEnumerable<FoundSheet> which, IReadOnlyList<FoundSheet> all, CancellationToken cancel)
    {
        List<EarlierScreening> opened = [];
        foreach (var (sheet, reference) in which.OrderByDescending(s => s.Sheet.At))
        {
            var answers = Questionnaire.Parse(await _reveals.RevealAsync(sheet.Id, nameof(ScreeningSheet.Answers), sheet.Answers, Follow, Mandate, cancel));
            opened.Add(new EarlierScreening(
                sheet.Id, reference, sheet.At, sheet.Speaker, answers, [.. all.Where(s => s.Sheet.Contact == sheet.Contact).Select(s => s.Sheet.Id)]));
        }
        return opened;
    }

    private async Task<IReadOnlyList<FoundSheet>> SheetsAsync(IReadOnlyCollection<ContactId> contacts, CancellationToken cancel) => await _db.Screenings.AsNoTracking()
        .Join(_db.Contacts.FollowedBy(_viewer).Where(c => contacts.Contains(c.Id)), s => s.Contact, c => c.Id, (s, c) => new FoundSheet(s, c.Reference))
        .ToListAsync(cancel);

    private sealed record FoundSheet(ScreeningSheet Sheet, string Reference);
}

/// <summary>What was answered in one contact.</summary>
/// <param name="Reference">The contact's.</param>
/// <param name="OfContact">All sheets of the contact: whoever chose an older one chose this contact.</param>
public sealed record EarlierScreening(
    ScreeningId Id, string Reference, DateTimeOffset At, Speaker Speaker, AnswerSheet Answers, IReadOnlyList<ScreeningId> OfContact);
