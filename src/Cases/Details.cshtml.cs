using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>One case: what it is about, who is in it, which contacts belong to it, and what happened. No name stands here.</summary>
[Needs(Permission.SeeCases)]
internal sealed class DetailsModel(
    Db db, CaseCodes codes, ContactCodes contactCodes, CaseReading reading, Timelines timelines, IStaff staff, Viewer viewer) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    public Case Case { get; private set; } = null!;

    public CaseCodes Codes => codes;

    /// <summary>One's agency works on it: seeing is not yet changing.</summary>
    public bool IsHeld { get; private set; }

    public string? Summary { get; private set; }

    public string? Assigned { get; private set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<CaseContactRow> Contacts { get; private set; } = [];

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await db.Cases.AsNoTracking().VisibleTo(viewer).Include(c => c.Contacts).Where(c => c.Id == Id).OrMissingAsync(cancel);
        IsHeld = await db.Cases.HeldBy(viewer).AnyAsync(c => c.Id == Id, cancel);
        Summary = await reading.SummaryAsync(Case, cancel);
        Assigned = Case.AssignedTo is { } who ? (await staff.FindAsync([who], cancel)).Values.FirstOrDefault()?.Name : null;
        People = await db.People.AsNoTracking().Where(p => p.Case == Id).OrderBy(p => p.AddedAt).ToListAsync(cancel);
        Contacts = await ContactsAsync(cancel);
        Timeline = await timelines.OfAsync(Id, cancel);
    }

    // Facts that a case needs of its contacts, without a word of anybody; the contact itself opens only for those who may see it.
    private async Task<IReadOnlyList<CaseContactRow>> ContactsAsync(CancellationToken cancel)
    {
        var ids = Case.Joined.Select(j => j.Contact).ToList();
        var mine = db.Contacts.VisibleTo(viewer);
        var rows = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.OpenedAt)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.Form, IsMine = mine.Any(m => m.Id == c.Id) })
            .ToListAsync(cancel);
        return [.. rows.Select(c => new CaseContactRow(
            c.Id, c.Reference, contactCodes.Channels.Name(c.Channel), c.OpenedAt, contactCodes.Forms.Name(c.Form), c.IsMine))];
    }
}

internal sealed record CaseContactRow(ContactId Id, string Reference, string Channel, DateTimeOffset OpenedAt, string Form, bool IsMine);
