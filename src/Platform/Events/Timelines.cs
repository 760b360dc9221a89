using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Events;

/// <summary>How much an event stands out where people read what happened.</summary>
public enum Weight
{
    Plain,

    /// <summary>A moment of the chain: sent, accepted, arrived.</summary>
    Key,

    /// <summary>A life in danger.</summary>
    Alarm,

    /// <summary>For the audit alone.</summary>
    Hidden,
}

/// <summary>What happened to a record and to what belongs to it, in the order it happened.</summary>
public sealed class Timelines
{
    private readonly Db _db;
    private readonly Modules _modules;
    private readonly Actors _actors;
    private readonly Texts _texts;

    internal Timelines(Db db, Modules modules, Actors actors, Texts texts) => (_db, _modules, _actors, _texts) = (db, modules, actors, texts);

    public async Task<IReadOnlyList<Moment>> OfAsync(Subject subject, CancellationToken cancel)
    {
        var hidden = _modules.EventsByName.Values.Where(e => e.Weight == Weight.Hidden).Select(e => e.Name).ToList();
        var entries = await _db.Audit
            .Where(e => (e.About == subject.Id || e.Under == subject.Id) && !hidden.Contains(e.Event))
            .OrderBy(e => e.Position).ThenBy(e => e.Id)
            .ToListAsync(cancel);
        var names = await _actors.NamesAsync(entries.Select(e => e.By), cancel);
        return [.. entries.Select(e => new Moment(e.At, _texts[$"event.{e.Event}"], Who(e.By), WeightOf(e.Event) == Weight.Key, WeightOf(e.Event) == Weight.Alarm))];

        // Who had an account or a key stays named, so that one who is not named came by a link.
        string? Who(Guid? by) => by is { } id ? names.GetValueOrDefault(id) ?? _texts["timeline.by-link"] : null;
    }

    private Weight WeightOf(string name) => _modules.EventsByName.TryGetValue(name, out var type) ? type.Weight : Weight.Plain;
}
