using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Returning;

/// <summary>The contacts of one page's caller: those that words joined, and those of the same number, which are suggested and never joined by the program.</summary>
internal sealed class RelatedContacts(Db db, NumberMemory memory, Viewer viewer)
{
    private const int Most = 10;

    public async Task<Related> OfAsync(Contact contact, CancellationToken cancel)
    {
        var id = contact.Id;
        var links = await db.ContactLinks.AsNoTracking().Where(l => l.PartedAt == null && (l.Contact == id || l.Earlier == id)).OrderByDescending(l => l.LinkedAt).Take(Most).ToListAsync(cancel);
        var others = links.Select(l => l.Contact == id ? l.Earlier : l.Contact).ToList();
        // The words give no tie: of a contact of another line only that there is one is said.
        var visible = others.Count == 0 ? [] : await Visible.Where(c => others.Contains(c.Id)).Select(c => new RelatedContact(c.Id, c.Reference, c.OpenedAt)).ToDictionaryAsync(c => c.Id, cancel);
        return new Related(
            [.. links.Select(l => new LinkedContact(l, visible.GetValueOrDefault(l.Contact == id ? l.Earlier : l.Contact)))],
            await SameNumberAsync(contact, others, cancel),
            await db.ReturnSecrets.Where(s => s.Contact == id).Select(s => (DateTimeOffset?)s.Until).SingleOrDefaultAsync(cancel));
    }

    private IQueryable<Contact> Visible => db.Contacts.AsNoTracking().VisibleTo(viewer);

    private async Task<IReadOnlyList<RelatedContact>> SameNumberAsync(Contact contact, List<ContactId> linked, CancellationToken cancel)
    {
        var (id, since) = (contact.Id, memory.Since);
        if (contact.Safety?.PhoneIndex is not { } number || contact.OpenedAt < since)
            return [];
        return await Visible
            .Where(c => c.Id != id && c.Safety!.PhoneIndex == number && c.OpenedAt >= since && !linked.Contains(c.Id))
            .OrderByDescending(c => c.OpenedAt).Take(Most)
            .Select(c => new RelatedContact(c.Id, c.Reference, c.OpenedAt)).ToListAsync(cancel);
    }
}

internal sealed record Related(IReadOnlyList<LinkedContact> Linked, IReadOnlyList<RelatedContact> SameNumber, DateTimeOffset? SecretUntil);

/// <param name="Other">Null when it is another line's.</param>
internal sealed record LinkedContact(ContactLink Link, RelatedContact? Other);

internal sealed record RelatedContact(ContactId Id, string Reference, DateTimeOffset OpenedAt);
