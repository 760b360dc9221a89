using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>A table with words under keys, as EF's model and the manifests say: what is stale in it, and how a row is put under other keys.</summary>
internal sealed class SealedTable(IEntityType type, IReadOnlyList<SealedColumn> columns, IReadOnlyList<IndexColumn> indexes)
{
    private readonly IReadOnlyList<IProperty> _key = type.FindPrimaryKey()!.Properties;

    public string Name { get; } = type.GetTableName()!;

    public Type Entity => type.ClrType;

    public IReadOnlyList<SealedColumn> Columns => columns;

    public IReadOnlyList<IndexColumn> Indexes => indexes;

    /// <summary>The keys of the next rows that are not under the newest keys.</summary>
    public Statement Stale(NewestKeys newest, object[]? after, int most)
    {
        var (where, values) = Condition(newest);
        var key = string.Join(',', _key.Select(Quoted));
        if (after is not null)
        {
            where = $"({where}) AND ({key}) > ({string.Join(',', after.Select((_, i) => $"${values.Count + i + 1}"))})";
            values.AddRange(after);
        }
        return new Statement($"SELECT {key} FROM \"{Name}\" WHERE {where} ORDER BY {key} LIMIT {most}", values);
    }

    /// <summary>How many rows are not under the newest keys.</summary>
    public Statement CountStale(NewestKeys newest)
    {
        var (where, values) = Condition(newest);
        return new Statement($"SELECT count(*) FROM \"{Name}\" WHERE {where}", values);
    }

    /// <summary>A key as the database gave it, as EF finds rows by it.</summary>
    public object[] KeyOf(object[] stored) =>
        [.. _key.Select((property, i) => property.GetTypeMapping().Converter is { } converter ? converter.ConvertFromProvider(stored[i])! : stored[i])];

    /// <summary>Changes some columns of a row, if it still holds in them what <paramref name="changes"/> was made from.</summary>
    public Statement Swap(object[] key, IReadOnlyList<ColumnChange> changes)
    {
        List<object> values = [];
        string Place(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        var set = changes.Where(c => c.To is not null).Select(c => $"\"{c.Column}\" = {Place(c.To!)}").ToList();
        var where = _key.Select((property, i) => $"{Quoted(property)} = {Place(key[i])}").ToList();
        where.AddRange(changes.Select(c => $"\"{c.Column}\" = {Place(c.From)}"));
        return new Statement($"UPDATE \"{Name}\" SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}", values);
    }

    private (string Where, List<object> Values) Condition(NewestKeys newest)
    {
        var head = CipherHead.Of(newest.Ring);
        List<object> values = [];
        List<string> any = [];
        if (columns.Count > 0)
        {
            values.Add(head);
            any.AddRange(columns.Select(c => $"(length(\"{c.Name}\") > 0 AND substr(\"{c.Name}\", 1, {head.Length}) <> $1)"));
        }
        if (indexes.Count > 0)
        {
            values.Add(new[] { newest.Index.Version });
            any.AddRange(indexes.Select(i => $"substr(\"{i.Name}\", 1, 1) <> ${values.Count}"));
        }
        return (string.Join(" OR ", any), values);
    }

    private static string Quoted(IProperty property) => $"\"{property.GetColumnName()}\"";
}

/// <summary>The keys everything is put under.</summary>
internal sealed record NewestKeys(Guid Ring, IndexKey Index);

/// <summary>What a column held when it was read, and what it is to hold; null for one that must only be the same still.</summary>
internal sealed record ColumnChange(string Column, byte[] From, byte[]? To);

/// <summary>A column with sealed words: how they are read from a record, and to what they are bound.</summary>
internal sealed record SealedColumn(string Name, string Property, Func<object, Sealed> Read, Func<object, (Subject Record, string Field)> Binding);

/// <summary>A column with blind indexes of the words in another column.</summary>
internal sealed record IndexColumn(string Name, SealedColumn Of, Func<object, BlindIndex?> Read, Func<string, Packs.Pack, string> Normal);
