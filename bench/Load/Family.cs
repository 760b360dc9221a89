namespace Amparo.Load;

/// <summary>A row as the database gives it.</summary>
internal sealed record Row(GrownTable Table, object?[] Values);

/// <summary>What belongs together: a contact or a case with its referrals, people, clocks and audit entries.</summary>
internal sealed class Family(IReadOnlyList<Row> rows, IReadOnlySet<Guid> ids)
{
    public bool HasCase { get; } = rows.Any(row => row.Table.Name == "Cases");

    public int Contacts { get; } = rows.Count(row => row.Table.Name == "Contacts");

    public DateTimeOffset Began { get; } = DateTimeOffset.FromUnixTimeMilliseconds(ids.Min(Milliseconds));

    /// <summary>The same family at another time: every id new, every instant moved.</summary>
    public IEnumerable<Row> Copy(TimeSpan later)
    {
        var renamed = ids.ToDictionary(id => id, id => Moved(id, later));
        return rows.Select(row => new Row(row.Table, row.Table.Copy(row.Values, renamed, later)));
    }

    /// <summary>Rows that name each other's ids, together.</summary>
    public static IReadOnlyList<Family> Of(IReadOnlyList<Row> rows)
    {
        var own = rows.SelectMany(row => row.Table.KeysOf(row.Values)).ToHashSet();
        var parents = own.ToDictionary(id => id, id => id);
        foreach (var row in rows)
        {
            var named = row.Table.IdsOf(row.Values).Where(own.Contains).ToList();
            foreach (var id in named.Skip(1))
                parents[Root(id)] = Root(named[0]);
        }
        var ids = own.ToLookup(Root);
        return [.. rows.GroupBy(row => Root(row.Table.IdsOf(row.Values).First(own.Contains))).Select(family => new Family([.. family], ids[family.Key].ToHashSet()))];

        Guid Root(Guid id)
        {
            while (parents[id] != id)
                id = parents[id] = parents[parents[id]];
            return id;
        }
    }

    // Version 7: the first 48 bits are the milliseconds, so the copy stands among the records of its time.
    private static Guid Moved(Guid id, TimeSpan later) => Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds(id)) + later);

    private static long Milliseconds(Guid id) => id.ToByteArray(bigEndian: true).Take(6).Aggregate(0L, (sum, b) => (sum << 8) | b);
}
