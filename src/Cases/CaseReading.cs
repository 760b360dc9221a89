using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Opens the words of a case for those tied to it, and records that they were read.</summary>
internal sealed class CaseReading(Reveals reveals)
{
    private static readonly Code Follow = new("follow-case");
    private static readonly Code Mandate = new("line-mandate");

    public Task<string?> SummaryAsync(Case @case, CancellationToken cancel) =>
        reveals.RevealAsync(@case.Id, nameof(Case.Summary), @case.Summary, Follow, Mandate, cancel);

    public async Task<PersonWords> WordsAsync(Person person, CancellationToken cancel) => new(
        await ReadAsync(person, nameof(Person.Name), person.Name, cancel),
        await ReadAsync(person, nameof(Person.Document), person.Document, cancel),
        await ReadAsync(person, nameof(Person.Note), person.Note, cancel));

    private Task<string?> ReadAsync(Person person, string field, Sealed value, CancellationToken cancel) =>
        reveals.RevealAsync(person.Id, field, value, Follow, Mandate, cancel);
}

internal sealed record PersonWords(string? Name, string? Document, string? Note);

/// <summary>A case's words are read by the agencies tied to it.</summary>
internal sealed class CaseRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, FieldClass field, Code purpose, CancellationToken cancel)
    {
        var id = new CaseId(record);
        return db.Cases.VisibleTo(viewer).AnyAsync(c => c.Id == id, cancel);
    }
}

/// <summary>A person's words are read by those who may read the case.</summary>
internal sealed class PersonRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, FieldClass field, Code purpose, CancellationToken cancel)
    {
        var id = new PersonId(record);
        return db.People.In(db.Cases.VisibleTo(viewer)).AnyAsync(p => p.Id == id, cancel);
    }
}
