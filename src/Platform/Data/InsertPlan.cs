using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Amparo.Platform.Data;

/// <summary>How a new record of one type is written: one INSERT made once from EF's model, so that it stays prepared in the database.</summary>
/// <remarks>EF writes each statement anew, which costs more than the database's own work. Only what needs nothing of EF goes this way:
/// see <see cref="Inserts.Of"/>; the rest is EF's. docs/benchmarks.md holds what it gains.</remarks>
internal sealed class InsertPlan
{
    private const string Annotation = "Amparo:InsertPlan";

    private readonly Column[] _columns;

    private InsertPlan(string table, Column[] columns)
    {
        _columns = columns;
        var names = string.Join(',', columns.Select(c => $"\"{c.Name}\""));
        Sql = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(',', columns.Select((_, i) => $"${i + 1}"))})";
    }

    public string Sql { get; }

    public int Width => _columns.Length;

    /// <summary>The plan of a type, made once per model; null for a type whose insert is more than a row of known values.</summary>
    public static InsertPlan? Of(IEntityType type) =>
        type.GetOrAddRuntimeAnnotationValue<InsertPlan?, IEntityType>(Annotation, static t => Make(t!), type);

    /// <summary>The value of a column as the database holds it.</summary>
    public object Value(EntityEntry entry, int column)
    {
        var (_, property, _, converter) = _columns[column];
        var value = entry.CurrentValues[property];
        return (value is null || converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
    }

    /// <summary>A parameter that EF's type mapping has made for the database, with its value.</summary>
    public DbParameter Parameter(DbCommand command, EntityEntry entry, int column)
    {
        var (_, property, mapping, _) = _columns[column];
        return mapping.CreateParameter(command, "", entry.CurrentValues[property], property.IsNullable);
    }

    private static InsertPlan? Make(IEntityType type)
    {
        if (type.IsOwned() || type.BaseType is not null || type.GetDirectlyDerivedTypes().Any() || type.GetComplexProperties().Any()
            || type.GetForeignKeys().Any() || type.GetTableMappings().Count() != 1 || !type.GetProperties().All(HasItsValue))
            return null;
        var table = type.GetTableMappings().Single();
        return new InsertPlan(table.Table.Name, [.. table.ColumnMappings.Select(c => new Column(
            c.Column.Name, c.Property, c.TypeMapping, c.TypeMapping.Converter))]);
    }

    // A Guid's value is made as the record is added; anything else that is generated, the database makes.
    private static bool HasItsValue(IProperty property) =>
        property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && property.GetComputedColumnSql() is null
        && (property.ValueGenerated == ValueGenerated.Never
            || (property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(Guid) && property.GetDefaultValueSql() is null));

    private sealed record Column(string Name, IProperty Property, RelationalTypeMapping Mapping, ValueConverter? Converter);
}
