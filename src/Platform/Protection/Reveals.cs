using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Says who may read the protected fields of one kind of record: by tie and consent, never by role alone.</summary>
public interface IRevealRule
{
    Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel);
}

/// <summary>The only way to the words of a protected field: asks the rule, decrypts, and records who read what, for which purpose, on which legal basis.</summary>
public sealed class Reveals
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(15);

    private readonly Db _db;
    private readonly Modules _modules;
    private readonly Seals _seals;
    private readonly Viewer _viewer;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;

    internal Reveals(Db db, Modules modules, Seals seals, Viewer viewer, IServiceProvider services, TimeProvider clock) =>
        (_db, _modules, _seals, _viewer, _services, _clock) = (db, modules, seals, viewer, services, clock);

    /// <summary>The words, or null when the field is empty.</summary>
    /// <exception cref="Missing">The viewer may not read it; the same answer as for a record that is not there.</exception>
    public async Task<string?> RevealAsync<T>(Id<T> record, string field, Sealed value, Code purpose, Code basis, CancellationToken cancel)
    {
        Subject subject = record;
        var known = _modules.Fields[(subject.Kind, field)];
        var rule = _services.GetKeyedService<IRevealRule>(subject.Kind);
        if (rule is null || !await rule.MayAsync(_viewer, subject.Id, known, purpose, cancel))
            throw new Missing();
        if (value.IsEmpty)
            return null;
        var words = _seals.Open(subject, field, value);
        await RecordAsync(subject, known, purpose, basis, cancel);
        return words;
    }

    private async Task RecordAsync(Subject subject, ProtectedField field, Code purpose, Code basis, CancellationToken cancel)
    {
        if (field.Class == FieldClass.Narrative && await HasReadNarrativeAsync(subject, cancel))
            return;
        await _db.RecordAsync(new FieldRead(new Code(subject.Kind), subject.Id, new Code(field.Name), purpose, basis), cancel);
    }

    // A reading of identity does not stand for one of narrative: which it was lies in the event, not in a column.
    private async Task<bool> HasReadNarrativeAsync(Subject subject, CancellationToken cancel)
    {
        var recent = _clock.GetUtcNow() - Once;
        var by = _viewer.By;
        var name = _modules.EventsByType[typeof(FieldRead)].Name;
        var reads = await _db.Audit
            .Where(e => e.About == subject.Id && e.Event == name && e.By == by && e.At > recent)
            .Select(e => e.Data)
            .ToListAsync(cancel);
        return reads.Select(data => (FieldRead)EventJson.Read(data, typeof(FieldRead)))
            .Any(read => _modules.Fields[(subject.Kind, read.Field)].Class == FieldClass.Narrative);
    }
}
