using Amparo.Cases.Places;
using Amparo.Contacts;
using Amparo.Contacts.Returning;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Cases that a contact may be about, suggested and never joined by the program.</summary>
/// <remarks>It begins at what the contact says (its number, its place), reads by index the nearest that say the same, and only then
/// their cases: however many cases there are, it reads a bounded number of rows.</remarks>
internal sealed class CaseMatches(Db db, NumberMemory memory, Viewer viewer)
{
    private const int Most = 5;
    private const int MostRead = 200;
    private static readonly TimeSpan Near = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<Match>> OfAsync(Contact contact, CancellationToken cancel)
    {
        var clues = new List<Clue>();
        foreach (var query in Queries(contact))
            clues.AddRange(await query.ToListAsync(cancel));
        var ids = clues.Select(c => c.Case).Distinct().ToList();
        var cases = await Open(ids).Select(c => new { c.Id, c.Reference, c.OpenedAt }).ToListAsync(cancel);
        var byCase = clues.ToLookup(c => c.Case);
        return
        [
            .. cases.Select(c => new Match(c.Id, c.Reference, c.OpenedAt, byCase[c.Id].Any(clue => clue.SameNumber), byCase[c.Id].Any(clue => clue.SamePlace),
                    byCase[c.Id].Any(clue => clue.SamePlace && clue.Form is not null && clue.Form == contact.Form)))
                .OrderByDescending(m => (m.SameNumber ? 4 : 0) + (m.SamePlace ? 2 : 0) + (m.SameForm ? 1 : 0)).ThenByDescending(m => m.OpenedAt)
                .Take(Most),
        ];
    }

    /// <summary>What is read for a contact; a test looks at how the databases read it.</summary>
    internal IEnumerable<IQueryable<Clue>> Queries(Contact contact)
    {
        var (from, until) = (contact.OpenedAt - Near, contact.OpenedAt + Near);
        if (contact.Safety?.PhoneIndex is { } phone)
        {
            var since = memory.Since;
            yield return OfContacts(db.Contacts.Where(c => c.Safety!.PhoneIndex == phone && c.OpenedAt >= since), sameNumber: true);
        }
        if (contact.Area is not { } area)
            yield break;
        yield return OfContacts(db.Contacts.Where(c => c.Area == area && c.OpenedAt > from && c.OpenedAt < until), sameNumber: false);
        yield return db.CasePlaces.Where(p => p.Area == area && p.AddedAt > from && p.AddedAt < until && p.RemovedAt == null)
            .OrderByDescending(p => p.AddedAt).Take(MostRead)
            .Select(p => new Clue(p.Case, false, true, null));
    }

    internal IQueryable<Case> Open(List<CaseId> ids) => db.Cases.AsNoTracking().HeldBy(viewer).Where(c => ids.Contains(c.Id) && c.ClosedAt == null);

    private IQueryable<Clue> OfContacts(IQueryable<Contact> contacts, bool sameNumber) => contacts
        .Join(db.Set<JoinedContact>().Where(j => j.PartedAt == null), c => c.Id, j => j.Contact, (c, j) => new { c.OpenedAt, c.Form, j.Case })
        .OrderByDescending(c => c.OpenedAt).Take(MostRead)
        .Select(c => new Clue(c.Case, sameNumber, !sameNumber, c.Form));
}

/// <summary>Something a case shares with a contact.</summary>
internal sealed record Clue(CaseId Case, bool SameNumber, bool SamePlace, Code? Form);

/// <summary>A case that may be about the same situation, and why it is shown.</summary>
internal sealed record Match(CaseId Id, string Reference, DateTimeOffset OpenedAt, bool SameNumber, bool SamePlace, bool SameForm);
