using Amparo.Cases.Consents;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Opens the words of a case for those tied to it, and records that they were read.</summary>
internal sealed class CaseReading(Reveals reveals, PersonReach reach, Viewer viewer)
{
    private static readonly Code Follow = new("follow-case");
    private static readonly Code Mandate = new("line-mandate");

    public Task<string?> SummaryAsync(Case @case, CancellationToken cancel) =>
        reveals.RevealAsync(@case.Id, nameof(Case.Summary), @case.Summary, Follow, Mandate, cancel);

    public async Task<PersonWords> WordsAsync(Person person, CancellationToken cancel) => new(
        await ReadAsync(person, nameof(Person.Name), person.Name, cancel),
        await ReadAsync(person, nameof(Person.Document), person.Document, cancel),
        await ReadAsync(person, nameof(Person.Note), person.Note, cancel));

    private async Task<Word> ReadAsync(Person person, string field, Sealed value, CancellationToken cancel) =>
        await reach.MayAsync(viewer, person.Id, field, cancel)
            ? new Word(await reveals.RevealAsync(person.Id, field, value, Follow, Mandate, cancel))
            : new Word(null, IsWithheld: !value.IsEmpty);
}

internal sealed record PersonWords(Word Name, Word Document, Word Note)
{
    public bool AnyWithheld => Name.IsWithheld || Document.IsWithheld || Note.IsWithheld;
}

/// <param name="IsWithheld">There is something, and the person did not agree that this agency reads it.</param>
internal sealed record Word(string? Said, bool IsWithheld = false);

/// <summary>A case's words are read by the agencies tied to it.</summary>
internal sealed class CaseRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new CaseId(record);
        return db.Cases.VisibleTo(viewer).AnyAsync(c => c.Id == id, cancel);
    }
}
