using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform;

/// <summary>A module's manifest: everything the rest of the program knows of it.</summary>
public sealed class Module(string name, IServiceCollection services)
{
    public string Name { get; } = name;

    internal List<Action<ModelBuilder>> Maps { get; } = [];
    internal List<EventType> Events { get; } = [];
    internal List<(Type Event, WhenCall Call)> Whens { get; } = [];
    internal List<(Type Event, AfterCall Call)> Afters { get; } = [];
    internal List<(string Permission, string[] Roles)> Permissions { get; } = [];
    internal List<(string Scope, string[] Permissions)> Scopes { get; } = [];
    internal List<Panel> Panels { get; } = [];
    internal List<(string Kind, string Url)> Places { get; } = [];
    internal List<ProtectedField> Fields { get; } = [];
    internal List<(string Kind, string Field)> Secrets { get; } = [];
    internal List<BoundField> Bindings { get; } = [];
    internal List<IndexedField> Indexes { get; } = [];
    internal List<PackSection> Sections { get; } = [];

    /// <summary>The sections of the country pack it reads.</summary>
    public IReadOnlyList<PackSection> PackSections => Sections;

    /// <summary>The names of its events.</summary>
    public IEnumerable<string> EventNames => Events.Select(e => e.Name);

    /// <summary>What of it an agency's key may be given.</summary>
    public IEnumerable<string> ScopeNames => Scopes.Select(s => s.Scope);

    /// <summary>The records of the events, by name.</summary>
    public IEnumerable<KeyValuePair<string, Type>> EventRecords => Events.Select(e => KeyValuePair.Create(e.Name, e.Type));

    /// <summary>How the module's entities are stored.</summary>
    public Module Map(Action<ModelBuilder> map) => With(() => Maps.Add(map));

    /// <summary>An event of this module under the name that audit, texts (<c>event.{name}</c>) and pack use.</summary>
    public Module Event<TEvent>(string name, Weight weight = Weight.Plain) where TEvent : IEvent =>
        With(() => Events.Add(new EventType(name, typeof(TEvent), Name, weight)));

    /// <summary>Answers an event, its own or another module's, in the same transaction.</summary>
    public Module When<TEvent, THandler>() where TEvent : IEvent where THandler : class, IWhen<TEvent>
    {
        services.TryAddScoped<THandler>();
        return With(() => Whens.Add((typeof(TEvent), WhenCall.For<TEvent, THandler>())));
    }

    /// <summary>Acts on an event from the outbox.</summary>
    public Module After<TEvent, THandler>() where TEvent : IEvent where THandler : class, IAfter<TEvent>
    {
        services.TryAddScoped<THandler>();
        return With(() => Afters.Add((typeof(TEvent), AfterCall.For<TEvent, THandler>())));
    }

    /// <summary>Who may do an act: the roles that hold the permission.</summary>
    public Module Permit(string permission, params string[] roles) => With(() => Permissions.Add((permission, roles)));

    /// <summary>A part of the module's acts that an agency's key may be given: the permissions it stands for.</summary>
    public Module Scope(string scope, params string[] permissions) => With(() => Scopes.Add((scope, permissions)));

    /// <summary>An entry of the main menu, seen by those who hold the permission.</summary>
    public Module Menu(string text, string url, string permission, int order) =>
        With(() => services.AddSingleton(new MenuItem(text, url, permission, order)));

    /// <summary>A panel for a slot of another module's page.</summary>
    public Module Fill(Panel panel) => With(() => Panels.Add(panel));

    /// <summary>Where a record of a kind is seen; <c>{id}</c> stands for its id.</summary>
    public Module Place<TKind>(string url) => With(() => Places.Add((Kind.NameOf<TKind>(), url)));

    /// <summary>A file of the country pack that the module reads, so that <see cref="PackCheck"/> looks into it.</summary>
    public Module Section(PackSection section) => With(() => Sections.Add(section));

    /// <summary>A field that is stored sealed and read only through <see cref="Reveals"/>.</summary>
    public Module Protect<TKind>(string field, FieldClass @class) => With(() => Fields.Add(new ProtectedField(Kind.NameOf<TKind>(), field, @class)));

    /// <summary>A sealed field that the program itself uses and no page shows, but to its owner once: opened by <see cref="Protection.Secrets"/> alone.</summary>
    public Module Secret<TKind>(string field) => With(() => Secrets.Add((Kind.NameOf<TKind>(), field)));

    /// <summary>To which record and under which name a sealed property is bound, where that is not the row's own id and the property's name:
    /// who rotates the keys must open it.</summary>
    public Module Bind<TEntity>(string property, Func<TEntity, (Subject Record, string Field)> binding) where TEntity : class =>
        With(() => Bindings.Add(new BoundField(typeof(TEntity), property, entity => binding((TEntity)entity))));

    /// <summary>Of which sealed property beside it a <see cref="BlindIndex"/> is, and how the words are written before they are indexed.</summary>
    public Module Index<TEntity>(string property, string of, Func<string, Pack, string> normal) where TEntity : class =>
        With(() => Indexes.Add(new IndexedField(typeof(TEntity), property, of, normal)));

    /// <summary>Who may read the protected fields of a kind of record; without a rule nobody may.</summary>
    public Module RevealRule<TKind, TRule>() where TRule : class, IRevealRule
    {
        services.AddKeyedScoped<IRevealRule, TRule>(Kind.NameOf<TKind>());
        return this;
    }

    private Module With(Action change)
    {
        change();
        return this;
    }
}

public static class ModuleRegistration
{
    public static IServiceCollection AddModule(this IServiceCollection services, string name, Action<Module> manifest)
    {
        var module = new Module(name, services);
        manifest(module);
        return services.AddSingleton(module);
    }
}
