using Amparo.Cases.BreakGlass;
using Amparo.Cases.Consents;
using Amparo.Cases.Places;
using Amparo.Cases.Screenings;
using Amparo.Cases.Tasks;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Opens the words of a case for those tied to it, and records that they were read.</summary>
internal sealed class CaseReading(Reveals reveals, PersonReach reach, Glass glass, Viewer viewer)
{
    private static readonly Code Follow = new("follow-case");
    private static readonly Code Mandate = new("line-mandate");

    public Task<string?> SummaryAsync(Case @case, CancellationToken cancel) =>
        ReadAsync(@case.Id, @case.Id, nameof(Case.Summary), @case.Summary, cancel);

    public Task<string?> PlaceAsync(CasePlace place, CancellationToken cancel) =>
        ReadAsync(place.Case, place.Id, nameof(CasePlace.Words), place.Words, cancel);

    public Task<string?> TaskAsync(CaseTask task, CancellationToken cancel) =>
        ReadAsync(task.Case, task.Id, nameof(CaseTask.Words), task.Words, cancel);

    public Task<string?> AnswersAsync(PersonScreening screening, CancellationToken cancel) =>
        ReadAsync(screening.Case, screening.Id, nameof(PersonScreening.Answers), screening.Answers, cancel);

    public Task<string?> ReasonAsync(PersonScreening screening, CancellationToken cancel) =>
        ReadAsync(screening.Case, screening.Id, nameof(PersonScreening.Reason), screening.Reason, cancel);

    /// <summary>Whether what was answered about somebody, and what was made of it, is for the viewer.</summary>
    public async Task<bool> MayReadScreeningAsync(Person person, CancellationToken cancel) =>
        await reach.MayAsync(viewer, person.Id, nameof(PersonScreening.Answers), await PurposeAsync(person, cancel), cancel);

    public async Task<PersonWords> WordsAsync(Person person, CancellationToken cancel) => new(
        await ReadAsync(person, nameof(Person.Name), person.Name, cancel),
        await ReadAsync(person, nameof(Person.Document), person.Document, cancel),
        await ReadAsync(person, nameof(Person.Note), person.Note, cancel));

    // Through the broken glass each reading says so, and for which reason. What a person did not agree to is withheld, not refused.
    private async Task<Word> ReadAsync(Person person, string field, Sealed value, CancellationToken cancel)
    {
        return await reach.MayAsync(viewer, person.Id, field, await PurposeAsync(person, cancel), cancel)
            ? new Word(await ReadAsync(person.Case, person.Id, field, value, cancel))
            : new Word(null, IsWithheld: !value.IsEmpty);
    }

    private async Task<Code> PurposeAsync(Person person, CancellationToken cancel) => await glass.OfAsync(person.Case, cancel) is null ? Follow : EmergencyAccess.Purpose;

    private async Task<string?> ReadAsync<T>(CaseId @case, Id<T> record, string field, Sealed value, CancellationToken cancel) =>
        await glass.OfAsync(@case, cancel) is { } access
            ? await reveals.RevealAsync(record, field, value, EmergencyAccess.Purpose, access.Reason, cancel)
            : await reveals.RevealAsync(record, field, value, Follow, Mandate, cancel);
}

internal sealed record PersonWords(Word Name, Word Document, Word Note)
{
    public bool AnyWithheld => Name.IsWithheld || Document.IsWithheld || Note.IsWithheld;
}

/// <param name="IsWithheld">There is something, and the person did not agree that this agency reads it.</param>
internal sealed record Word(string? Said, bool IsWithheld = false);

/// <summary>A case's words are read by the agencies tied to it, and by who broke its glass.</summary>
internal sealed class CaseRevealRule(Db db, TimeProvider clock) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new CaseId(record);
        return db.CasesToRead(viewer, purpose, clock.GetUtcNow()).AnyAsync(c => c.Id == id, cancel);
    }
}
