using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Facts that a case needs of its contacts, without a word of anybody; the contact itself opens only for those who may see it.</summary>
internal sealed class CaseContacts(Db db, ContactCodes codes, ScreeningDecisions decisions, IStaff staff, Viewer viewer)
{
    public async Task<IReadOnlyList<CaseContactRow>> OfAsync(Case @case, CancellationToken cancel)
    {
        var ids = @case.Joined.Select(j => j.Contact).ToList();
        var mine = db.Contacts.VisibleTo(viewer);
        var rows = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.OpenedAt)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.Form, IsMine = mine.Any(m => m.Id == c.Id) })
            .ToListAsync(cancel);
        var decided = await decisions.LatestAsync(ids, cancel);
        var names = await staff.FindAsync([.. decided.Values.Select(d => d.By).Distinct()], cancel);
        return [.. rows.Select(c => new CaseContactRow(c.Id, c.Reference, codes.Channels.Name(c.Channel), c.OpenedAt, codes.Forms.Name(c.Form), c.IsMine)
        {
            Decision = decided.GetValueOrDefault(c.Id),
            DecidedBy = decided.TryGetValue(c.Id, out var decision) ? names.GetValueOrDefault(decision.By)?.Name : null,
        })];
    }
}

internal sealed record CaseContactRow(ContactId Id, string Reference, string Channel, DateTimeOffset OpenedAt, string Form, bool IsMine)
{
    /// <summary>What somebody concluded of its screening, last.</summary>
    public DecidedScreening? Decision { get; init; }

    public string? DecidedBy { get; init; }
}
