using Amparo.Contacts;
using Amparo.Contacts.Returning;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Cases that a contact may be about, suggested and never joined by the program.</summary>
internal sealed class CaseMatches(Db db, NumberMemory memory, Viewer viewer)
{
    private const int Most = 5;
    private static readonly TimeSpan Near = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<Match>> OfAsync(Contact contact, CancellationToken cancel)
    {
        var (area, form, phone) = (contact.Area, contact.Form, contact.Safety?.PhoneIndex);
        var since = memory.Since;
        var (from, until) = (contact.OpenedAt - Near, contact.OpenedAt + Near);
        var contacts = db.Contacts;
        var candidates = await db.Cases.AsNoTracking().VisibleTo(viewer)
            .Where(c => c.ClosedAt == null)
            .SelectMany(c => c.Contacts.Where(j => j.PartedAt == null), (c, joined) => new { c.Id, c.Reference, c.OpenedAt, joined.Contact })
            .Join(contacts, c => c.Contact, other => other.Id, (c, other) => new
            {
                c.Id,
                c.Reference,
                c.OpenedAt,
                SameNumber = phone != null && other.OpenedAt >= since && other.Safety!.PhoneIndex == phone,
                SamePlace = area != null && other.Area == area && other.OpenedAt > from && other.OpenedAt < until,
                SameForm = form != null && other.Form == form,
            })
            .Where(c => c.SameNumber || c.SamePlace)
            .OrderByDescending(c => c.OpenedAt)
            .Take(50)
            .ToListAsync(cancel);
        return
        [
            .. candidates.GroupBy(c => c.Id)
                .Select(g => new Match(g.Key, g.First().Reference, g.First().OpenedAt, g.Any(c => c.SameNumber), g.Any(c => c.SamePlace), g.Any(c => c.SamePlace && c.SameForm)))
                .OrderByDescending(m => (m.SameNumber ? 4 : 0) + (m.SamePlace ? 2 : 0) + (m.SameForm ? 1 : 0))
                .Take(Most),
        ];
    }
}

/// <summary>A case that may be about the same situation, and why it is shown.</summary>
internal sealed record Match(CaseId Id, string Reference, DateTimeOffset OpenedAt, bool SameNumber, bool SamePlace, bool SameForm);
