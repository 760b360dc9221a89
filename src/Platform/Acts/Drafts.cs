using System.Text.Json;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Acts;

/// <summary>Keeps what somebody is typing: sealed, on the server, theirs alone, until the act it belongs to is recorded.</summary>
public sealed class Drafts
{
    private readonly Db _db;
    private readonly Seals _seals;
    private readonly Viewer _viewer;
    private readonly TimeProvider _clock;

    public Drafts(Db db, Seals seals, Viewer viewer, TimeProvider clock) => (_db, _seals, _viewer, _clock) = (db, seals, viewer, clock);

    /// <summary>Adds the posted fields to the draft; when this returns they are durable.</summary>
    public async Task<DateTimeOffset> KeepAsync(Subject about, string form, IFormCollection posted, CancellationToken cancel)
    {
        var draft = await StoredAsync(about, form, cancel);
        var fields = draft is null ? [] : Open(draft);
        foreach (var (name, value) in posted.Where(f => !f.Key.StartsWith('_')))
            fields[name] = value.ToArray()!;
        if (draft is null)
            _db.Add(draft = new Draft { About = about.Id, User = _viewer.User!.Value, Form = new Code(form) });
        draft.Fields = _seals.Seal(draft.Binding.Record, draft.Binding.Field, JsonSerializer.Serialize(fields));
        draft.SavedAt = _clock.GetUtcNow();
        await _db.KeepAsync(cancel);
        return draft.SavedAt;
    }

    /// <summary>What was typed and not yet saved; null when there is nothing.</summary>
    public async Task<KeptDraft?> FindAsync(Subject about, string form, CancellationToken cancel) =>
        await StoredAsync(about, form, cancel) is { } draft ? new KeptDraft(Open(draft), draft.SavedAt) : null;

    /// <summary>Marks the draft for removal in the transaction of the act that makes it real.</summary>
    public async Task DropAsync(Subject about, string form, CancellationToken cancel)
    {
        if (await StoredAsync(about, form, cancel) is { } draft)
            _db.Remove(draft);
    }

    private Task<Draft?> StoredAsync(Subject about, string form, CancellationToken cancel)
    {
        var (user, code) = (_viewer.User!.Value, new Code(form));
        return _db.Set<Draft>().FirstOrDefaultAsync(d => d.About == about.Id && d.User == user && d.Form == code, cancel);
    }

    private Dictionary<string, string[]> Open(Draft draft) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(_seals.Open(draft.Binding.Record, draft.Binding.Field, draft.Fields))!;
}

/// <summary>A draft with its fields by name.</summary>
public sealed record KeptDraft(IReadOnlyDictionary<string, string[]> Fields, DateTimeOffset SavedAt)
{
    public string? this[string name] => Fields.GetValueOrDefault(name)?.FirstOrDefault();
}
