using System.Collections.Frozen;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform;

/// <summary>All manifests together, frozen at start-up. What does not fit (a name twice, a handler of an unknown event, a cycle) stops the start.</summary>
internal sealed class Modules
{
    private readonly Action<ModelBuilder>[] _maps;

    public Modules(IEnumerable<Module> modules)
    {
        var all = modules.ToArray();
        _maps = [.. all.SelectMany(m => m.Maps)];
        Mapped = string.Join('\n', _maps.Select(m => $"{m.Method.Module.Name} {m.Method.DeclaringType} {m.Method.Name}"));
        EventsByType = all.SelectMany(m => m.Events).ToFrozenDictionary(e => e.Type);
        EventsByName = EventsByType.Values.ToFrozenDictionary(e => e.Name);
        foreach (var (type, call) in all.SelectMany(m => m.Whens))
            EventsByType[type].Whens.Add(call);
        foreach (var (type, call) in all.SelectMany(m => m.Afters))
            EventsByType[type].Afters.Add(call);
        Permissions = all.SelectMany(m => m.Permissions).ToFrozenDictionary(p => p.Permission, p => p.Roles.ToFrozenSet());
        Scopes = all.SelectMany(m => m.Scopes).ToFrozenDictionary(s => s.Scope, s => s.Permissions.ToFrozenSet());
        Panels = all.SelectMany(m => m.Panels).ToLookup(p => p.Slot);
        Places = all.SelectMany(m => m.Places).ToFrozenDictionary(p => p.Kind, p => p.Url);
        Secrets = all.SelectMany(m => m.Secrets).ToFrozenSet();
        Fields = all.SelectMany(m => m.Fields).ToFrozenDictionary(f => (f.Kind, f.Name));
        Bindings = all.SelectMany(m => m.Bindings).ToFrozenDictionary(b => (b.Entity, b.Property));
        Indexes = all.SelectMany(m => m.Indexes).ToFrozenDictionary(i => (i.Entity, i.Property));
        Sections = [.. all.SelectMany(m => m.Sections)];
    }

    /// <summary>Which mappings there are: the same text means the same model.</summary>
    public string Mapped { get; }

    public FrozenDictionary<Type, EventType> EventsByType { get; }

    public FrozenDictionary<string, EventType> EventsByName { get; }

    public FrozenDictionary<string, FrozenSet<string>> Permissions { get; }

    public FrozenDictionary<string, FrozenSet<string>> Scopes { get; }

    public ILookup<string, Panel> Panels { get; }

    public FrozenDictionary<string, string> Places { get; }

    public FrozenDictionary<(string Kind, string Name), ProtectedField> Fields { get; }

    public FrozenSet<(string Kind, string Field)> Secrets { get; }

    public FrozenDictionary<(Type Entity, string Property), BoundField> Bindings { get; }

    public FrozenDictionary<(Type Entity, string Property), IndexedField> Indexes { get; }

    public IReadOnlyList<PackSection> Sections { get; }

    public void Map(ModelBuilder model)
    {
        foreach (var map in _maps)
            map(model);
    }

    /// <summary>The address of a record, or the home page for a kind that has none.</summary>
    public string PlaceOf(Subject subject) =>
        Places.TryGetValue(subject.Kind, out var url) ? url.Replace("{id}", subject.Id.ToString("N"), StringComparison.Ordinal) : "/";
}
