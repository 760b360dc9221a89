using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>Finds every column under a key in EF's model, so that a field added next year is not forgotten.</summary>
/// <remarks>A sealed property is bound to its row's own id and its name, which a manifest names as protected or secret; whatever is bound
/// otherwise says so with <see cref="Module.Bind{TEntity}"/>. One of which neither is true stops the rotation before it begins.</remarks>
internal static class SealedModel
{
    /// <exception cref="InvalidOperationException">A column is under a key and nothing says how it is bound.</exception>
    public static IReadOnlyList<SealedTable> Of(IModel model, Modules modules) =>
        [.. model.GetEntityTypes()
            .Where(t => t.GetFlattenedProperties().Any(p => Holds<Sealed>(p) || Holds<BlindIndex>(p)))
            .Select(t => Placed.Of(t))
            .GroupBy(p => p.Root)
            .Select(g => Table(g.Key, [.. g], modules))
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static SealedTable Table(IEntityType root, IReadOnlyList<Placed> parts, Modules modules)
    {
        List<SealedColumn> columns = [];
        List<IndexColumn> indexes = [];
        foreach (var part in parts)
        {
            var own = part.Type.GetProperties().Where(Holds<Sealed>).Select(p => Column(root, part, p, modules)).ToList();
            columns.AddRange(own);
            indexes.AddRange(part.Type.GetProperties().Where(Holds<BlindIndex>).Select(p => Index(root, part, p, own, modules)));
        }
        return new SealedTable(root, columns, indexes);
    }

    private static SealedColumn Column(IEntityType root, Placed part, IProperty property, Modules modules)
    {
        var info = property.PropertyInfo ?? throw Unknown(property, "it is no property of its class");
        Sealed Read(object entity) => part.From(entity) is { } at ? (Sealed)info.GetValue(at)! : default;
        if (modules.Bindings.TryGetValue((part.Type.ClrType, property.Name), out var bound))
            return new SealedColumn(NameOf(property, root), property.Name, Read, entity => bound.Of(part.From(entity)!));
        var id = root.FindPrimaryKey() is { Properties: [{ PropertyInfo: { } key }] } && key.PropertyType.IsAssignableTo(typeof(IIdentity))
            ? key
            : throw Unknown(property, "its row has no id of a kind, and no manifest binds it");
        var kind = ((IIdentity)Activator.CreateInstance(id.PropertyType)!).Subject.Kind;
        if (!modules.Fields.ContainsKey((kind, property.Name)) && !modules.Secrets.Contains((kind, property.Name)))
            throw Unknown(property, $"no manifest protects {property.Name} of a {kind}, keeps it as a secret, or binds it");
        return new SealedColumn(NameOf(property, root), property.Name, Read, entity => (((IIdentity)id.GetValue(entity)!).Subject, property.Name));
    }

    private static IndexColumn Index(IEntityType root, Placed part, IProperty property, IReadOnlyList<SealedColumn> beside, Modules modules)
    {
        var info = property.PropertyInfo ?? throw Unknown(property, "it is no property of its class");
        var index = modules.Indexes.GetValueOrDefault((part.Type.ClrType, property.Name)) ?? throw Unknown(property, "no manifest says what it indexes");
        var of = beside.FirstOrDefault(c => c.Property == index.Of) ?? throw Unknown(property, $"there is no sealed {index.Of} beside it");
        return new IndexColumn(NameOf(property, root), of, entity => part.From(entity) is { } at ? (BlindIndex?)info.GetValue(at) : null, index.Normal);
    }

    // Of the table it lies in: what is owned has its owner's name before its own.
    private static string NameOf(IProperty property, IEntityType root) =>
        property.GetColumnName(StoreObjectIdentifier.Table(root.GetTableName()!, root.GetSchema())) ?? throw Unknown(property, "it has no column");

    private static bool Holds<T>(IProperty property) where T : struct => property.ClrType == typeof(T) || property.ClrType == typeof(T?);

    private static InvalidOperationException Unknown(IProperty property, string why) =>
        new($"{property.DeclaringType.DisplayName()}.{property.Name} cannot be put under another key: {why}.");

    /// <summary>A type, and how one comes to it from the record whose row it shares.</summary>
    private sealed record Placed(IEntityType Type, IEntityType Root, IReadOnlyList<PropertyInfo> Path)
    {
        public static Placed Of(IEntityType type)
        {
            List<PropertyInfo> path = [];
            var root = type;
            for (; root.FindOwnership() is { } owned; root = owned.PrincipalEntityType)
            {
                if (!owned.IsUnique || owned.PrincipalToDependent?.PropertyInfo is not { } step || root.GetTableName() != owned.PrincipalEntityType.GetTableName())
                    throw Unplaced(type, "it lies in a table of its owner's");
                path.Insert(0, step);
            }
            if (root.BaseType is not null || root.GetDirectlyDerivedTypes().Any() || type.GetComplexProperties().Any())
                throw Unplaced(type, "it has a base type, derived types or complex properties");
            return new Placed(type, root, path);
        }

        public object? From(object entity) => Path.Aggregate((object?)entity, (at, step) => at is null ? null : step.GetValue(at));

        private static InvalidOperationException Unplaced(IEntityType type, string why) =>
            new($"{type.DisplayName()} holds sealed words that cannot be put under another key: {why}. Teach it to the rotation first.");
    }
}
