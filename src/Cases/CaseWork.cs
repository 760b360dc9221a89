using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>The cases that other pages show: that of a contact, those assigned to me.</summary>
internal sealed class CaseWork(Db db, CaseCodes codes, Viewer viewer)
{
    private const int Most = 10;

    public async Task<object?> OnContactAsync(Guid contact, CancellationToken cancel)
    {
        var id = new ContactId(contact);
        // A contact is in one case at a time, which is found first: through the cases one is tied to, all of them would be asked.
        var joined = await db.Set<JoinedContact>().Where(j => j.Contact == id && j.PartedAt == null).Select(j => j.Case).ToListAsync(cancel);
        var found = joined.Count == 0 ? [] : await RowsAsync(db.Cases.VisibleTo(viewer).Where(c => joined.Contains(c.Id)), cancel);
        return new OfContact(id, found.Count == 0 ? null : found[0]);
    }

    public async Task<object?> OnHomeAsync(CancellationToken cancel)
    {
        var me = viewer.User;
        var mine = await RowsAsync(db.Cases.VisibleTo(viewer).Where(c => c.AssignedTo == me && c.ClosedAt == null).OrderByDescending(c => c.OpenedAt).Take(Most), cancel);
        return mine.Count == 0 ? null : mine;
    }

    private async Task<IReadOnlyList<CaseRow>> RowsAsync(IQueryable<Case> cases, CancellationToken cancel)
    {
        var rows = await cases.AsNoTracking().Select(c => new { c.Id, c.Reference, c.State, c.OpenedAt }).ToListAsync(cancel);
        return [.. rows.Select(c => new CaseRow(c.Id, c.Reference, codes.States.Name(c.State), c.OpenedAt))];
    }
}

internal sealed record OfContact(ContactId Contact, CaseRow? Case);

internal sealed record CaseRow(CaseId Id, string Reference, string State, DateTimeOffset OpenedAt);
