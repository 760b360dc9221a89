using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>Opens the words of a contact for those who have a tie to it, and records that they were read.</summary>
internal sealed class ContactReading(Reveals reveals)
{
    private static readonly Code Attend = new("attend");
    private static readonly Code Mandate = new("line-mandate");

    public async Task<ContactWords> WordsAsync(Contact contact, CancellationToken cancel) => new(
        await ReadAsync(contact, nameof(Contact.Account), contact.Account, cancel),
        await ReadAsync(contact, nameof(Contact.People), contact.People, cancel),
        await ReadAsync(contact, nameof(Contact.Suspect), contact.Suspect, cancel),
        await ReadAsync(contact, nameof(Contact.Place), contact.Place, cancel));

    public async Task<CallerIdentity> IdentityAsync(Contact contact, CancellationToken cancel) => contact.Safety is not { } safety
        ? new CallerIdentity(null, null, null)
        : new CallerIdentity(
            await ReadAsync(contact, nameof(Safety.Name), safety.Name, cancel),
            await ReadAsync(contact, nameof(Safety.Phone), safety.Phone, cancel),
            await ReadAsync(contact, nameof(Safety.CodeWord), safety.CodeWord, cancel));

    public Task<string?> NoteAsync(FollowUp followUp, CancellationToken cancel) =>
        reveals.RevealAsync(followUp.Id, nameof(FollowUp.Note), followUp.Note, Attend, Mandate, cancel);

    private Task<string?> ReadAsync(Contact contact, string field, Sealed value, CancellationToken cancel) =>
        reveals.RevealAsync(contact.Id, field, value, Attend, Mandate, cancel);
}

internal sealed record ContactWords(string? Account, string? People, string? Suspect, string? Place);

internal sealed record CallerIdentity(string? Name, string? Phone, string? CodeWord);

/// <summary>The note of a planned act is read by the line that planned it.</summary>
internal sealed class FollowUpRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new FollowUpId(record);
        return db.FollowUps.VisibleTo(viewer).AnyAsync(f => f.Id == id, cancel);
    }
}

/// <summary>The line that took a contact may read it; nobody else, whatever their role.</summary>
internal sealed class ContactRevealRule(Db db) : IRevealRule
{
    // A page opens several fields of one contact.
    private (Viewer Viewer, ContactId Contact)? _found;

    public async Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new ContactId(record);
        if (_found == (viewer, id))
            return true;
        if (!await db.Contacts.VisibleTo(viewer).AnyAsync(c => c.Id == id, cancel))
            return false;
        _found = (viewer, id);
        return true;
    }
}
