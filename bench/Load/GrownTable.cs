using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Amparo.Platform;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Amparo.Load;

/// <summary>A table whose rows are copied: which columns hold ids, instants, spoken references and the ids inside an event.</summary>
internal sealed partial class GrownTable
{
    private readonly What[] _columns;
    private readonly bool[] _keys;

    public GrownTable(ITable table)
    {
        Name = table.Name;
        Depth = DepthOf(table);
        // A position is the database's to give.
        Columns = [.. table.Columns.Where(c => !(Name == "Audit" && c.Name == "Position")).Select(c => c.Name)];
        _columns = [.. Columns.Select(name => WhatIs(table.FindColumn(name)!))];
        // A row of a join table is its owner's: only a key of one id is a record's own.
        var key = table.PrimaryKey!.Columns;
        _keys = [.. Columns.Select((name, i) => Name == "Audit" ? name == "Id" : key.Count == 1 && key[0].Name == name && _columns[i] == What.Id)];
    }

    private enum What
    {
        Other,
        Id,
        Instant,
        Reference,
        Event,

        /// <summary>What opens one record alone.</summary>
        Token,
    }

    public string Name { get; }

    /// <summary>How many tables must be written before it: rows follow those that their foreign keys name.</summary>
    public int Depth { get; }

    public IReadOnlyList<string> Columns { get; }

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));

    private static int DepthOf(ITable table) =>
        table.ForeignKeyConstraints.Where(key => key.PrincipalTable != table).Select(key => DepthOf((ITable)key.PrincipalTable) + 1).DefaultIfEmpty(0).Max();

    public IEnumerable<Guid> KeysOf(object?[] values) => Ids(values, i => _keys[i]);

    public IEnumerable<Guid> IdsOf(object?[] values) => Ids(values, i => _columns[i] == What.Id);

    public object?[] Copy(object?[] values, Dictionary<Guid, Guid> renamed, TimeSpan later)
    {
        var copy = new object?[values.Length];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = (_columns[i], values[i]) switch
            {
                (_, null) => null,
                (What.Id, { } id) => Write(renamed.GetValueOrDefault(Read(id), Read(id)), id),
                (What.Instant, long ticks) => ticks + later.Ticks,
                (What.Instant, DateTime at) => at + later,
                (What.Reference, _) => SpokenReference.New(),
                (What.Token, byte[] token) => RandomNumberGenerator.GetBytes(token.Length),
                (What.Event, string data) => Ids().Replace(data, found => renamed.GetValueOrDefault(Guid.Parse(found.ValueSpan), Guid.Parse(found.ValueSpan)).ToString()),
                (_, { } other) => other,
            };
        return copy;
    }

    private IEnumerable<Guid> Ids(object?[] values, Func<int, bool> wanted) =>
        values.Where((value, i) => value is not null && wanted(i)).Select(value => Read(value!));

    // SQLite keeps ids as ordered bytes, PostgreSQL as uuid.
    private static Guid Read(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    private static object Write(Guid id, object like) => like is byte[]? id.ToByteArray(bigEndian: true) : id;

    private What WhatIs(IColumn column)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Guid) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>)) ? What.Id
            : type == typeof(DateTimeOffset) ? What.Instant
            : type == typeof(byte[]) && column.Table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column)) ? What.Token
            : column.Name == "Reference" ? What.Reference
            : Name == "Audit" && column.Name == "Data" ? What.Event
            : What.Other;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ids();
}
