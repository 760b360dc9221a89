namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>The likest of those seen so far. How many shared bits it takes to be among them stands in a table, by bits, so that most are passed over without a division.</summary>
internal sealed class NearestSoFar(int most, int bitsOfQuery, int width)
{
    private readonly PriorityQueue<int, (double Dice, int Before)> _kept = new(most + 1);
    private readonly ushort[] _needed = new ushort[width + 1];

    /// <param name="first">The place of the first in the set.</param>
    /// <param name="shared">With the query.</param>
    /// <param name="bits">Of each.</param>
    public void Add(int first, ReadOnlySpan<ushort> shared, ReadOnlySpan<ushort> bits)
    {
        bits = bits[..shared.Length];
        for (var i = 0; i < shared.Length; i++)
        {
            if (shared[i] >= _needed[bits[i]])
                Add(first + i, EncodingSet.DiceOf(shared[i], bitsOfQuery + bits[i]));
        }
    }

    public IReadOnlyList<Neighbour> Take()
    {
        var taken = new Neighbour[_kept.Count];
        for (var place = taken.Length - 1; _kept.TryDequeue(out var record, out var rank); place--)
            taken[place] = new Neighbour(record, rank.Dice);
        return taken;
    }

    private void Add(int record, double dice)
    {
        if (_kept.Count == most && _kept.TryPeek(out _, out var last) && dice <= last.Dice)
            return;
        _kept.Enqueue(record, (dice, -record));
        if (_kept.Count <= most)
            return;
        _kept.Dequeue();
        _kept.TryPeek(out _, out var worst);
        // One less than the number in doubt, so that rounding passes nobody over.
        for (var bits = 0; bits < _needed.Length; bits++)
            _needed[bits] = (ushort)int.Max(0, (int)(worst.Dice * (bitsOfQuery + bits) / 2) - 1);
    }
}
