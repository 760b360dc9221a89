using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>Turns records into what the comparisons compare, and pairs of them into readings.</summary>
internal sealed class RecordCoder
{
    private readonly List<IComparison> _comparisons = [];
    private readonly List<int> _begins = [];

    /// <param name="table">The records.</param>
    /// <param name="isEncoded">Whether their cells are encodings.</param>
    public RecordCoder(RecordTable table, bool isEncoded = false)
    {
        Table = table;
        Add(new NamesComparison(table, isEncoded));
        if (table.Roles.Any(role => role is FieldRole.BirthDate or FieldRole.BirthYear or FieldRole.Age))
            Add(isEncoded ? new EncodedBirthComparison(table) : Birth = new BirthComparison(table));
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Roles[column] >= FieldRole.Sex && Slots.Count < LevelPattern.MostSlots)
                Add(new ValueComparison(column, table.Columns[column], table.Roles[column], isEncoded));
        }
    }

    public RecordTable Table { get; }

    public BirthComparison? Birth { get; }

    public IReadOnlyList<IComparison> Comparisons => _comparisons;

    public List<Slot> Slots { get; } = [];

    /// <summary>The slot at which a comparison's readings begin.</summary>
    public int Begin(int comparison) => _begins[comparison];

    /// <summary>All records of the table, learned.</summary>
    public object?[][] Learn()
    {
        object?[][] codes = [.. Table.Rows.Select(row => Code(row, learns: true))];
        foreach (var comparison in _comparisons)
            comparison.Learned(codes.Length);
        return codes;
    }

    public object?[] Code(string[] row, bool learns)
    {
        var code = new object?[_comparisons.Count];
        for (var i = 0; i < code.Length; i++)
            code[i] = _comparisons[i].Code(row, learns);
        return code;
    }

    public void Compare(object?[] one, object?[] other, Span<Reading> readings)
    {
        for (var i = 0; i < _comparisons.Count; i++)
            _comparisons[i].Compare(one[i], other[i], readings.Slice(_begins[i], _comparisons[i].Slots.Count));
    }

    public ulong Pattern(object?[] one, object?[] other, Span<Reading> readings)
    {
        Compare(one, other, readings);
        var pattern = 0UL;
        for (var slot = 0; slot < Slots.Count; slot++)
            pattern |= (ulong)readings[slot].Level << (4 * slot);
        return pattern;
    }

    private void Add(IComparison comparison)
    {
        _comparisons.Add(comparison);
        _begins.Add(Slots.Count);
        Slots.AddRange(comparison.Slots);
    }
}
