using Amparo.Cases.BreakGlass;
using Amparo.Cases.Places;
using Amparo.Cases.Tasks;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Opens the words of a case for those tied to it, and records that they were read.</summary>
internal sealed class CaseReading(Reveals reveals, Glass glass)
{
    private static readonly Code Follow = new("follow-case");
    private static readonly Code Mandate = new("line-mandate");

    public Task<string?> SummaryAsync(Case @case, CancellationToken cancel) =>
        ReadAsync(@case.Id, @case.Id, nameof(Case.Summary), @case.Summary, cancel);

    public Task<string?> PlaceAsync(CasePlace place, CancellationToken cancel) =>
        ReadAsync(place.Case, place.Id, nameof(CasePlace.Words), place.Words, cancel);

    public Task<string?> TaskAsync(CaseTask task, CancellationToken cancel) =>
        ReadAsync(task.Case, task.Id, nameof(CaseTask.Words), task.Words, cancel);

    public async Task<PersonWords> WordsAsync(Person person, CancellationToken cancel) => new(
        await ReadAsync(person.Case, person.Id, nameof(Person.Name), person.Name, cancel),
        await ReadAsync(person.Case, person.Id, nameof(Person.Document), person.Document, cancel),
        await ReadAsync(person.Case, person.Id, nameof(Person.Note), person.Note, cancel));

    // Through the broken glass each reading says so, and for which reason.
    private async Task<string?> ReadAsync<T>(CaseId @case, Id<T> record, string field, Sealed value, CancellationToken cancel) =>
        await glass.OfAsync(@case, cancel) is { } access
            ? await reveals.RevealAsync(record, field, value, EmergencyAccess.Purpose, access.Reason, cancel)
            : await reveals.RevealAsync(record, field, value, Follow, Mandate, cancel);
}

internal sealed record PersonWords(string? Name, string? Document, string? Note);

/// <summary>A case's words are read by the agencies tied to it, and by who broke its glass.</summary>
internal sealed class CaseRevealRule(Db db, TimeProvider clock) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, FieldClass field, Code purpose, CancellationToken cancel)
    {
        var id = new CaseId(record);
        return db.CasesToRead(viewer, purpose, clock.GetUtcNow()).AnyAsync(c => c.Id == id, cancel);
    }
}

/// <summary>A person's words are read by those who may read the case.</summary>
internal sealed class PersonRevealRule(Db db, TimeProvider clock) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, FieldClass field, Code purpose, CancellationToken cancel)
    {
        var id = new PersonId(record);
        return db.People.In(db.CasesToRead(viewer, purpose, clock.GetUtcNow())).AnyAsync(p => p.Id == id, cancel);
    }
}
