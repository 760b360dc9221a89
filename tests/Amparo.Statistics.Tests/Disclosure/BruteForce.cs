using Amparo.Statistics.Disclosure;

namespace Amparo.Statistics.Tests.Disclosure;

/// <summary>
/// What an outsider can derive, by writing down all tables of whole numbers that differ from the truth by a little in each cell: no simplex, nothing shared
/// with what is tested but the figures.
/// </summary>
internal sealed class BruteForce
{
    private readonly Figure[] _figures;
    private readonly Dictionary<long, (int[] Lowest, int[] Highest)> _byChanged = [];

    public BruteForce(CountTable table, IReadOnlyList<Figure> figures, Protection protection, int reach)
    {
        _figures = [.. figures];
        int[] truth = [.. table.Counts.Span];
        Walk([.. truth], 0);

        void Walk(int[] cells, int at)
        {
            if (at == cells.Length)
            {
                Record(cells, protection);
                return;
            }

            for (var value = int.Max(0, truth[at] - reach); value <= truth[at] + reach; value++)
            {
                cells[at] = value;
                Walk(cells, at + 1);
            }

            cells[at] = truth[at];
        }
    }

    /// <summary>The smallest and largest value of each figure while only these are hidden.</summary>
    public (int Lowest, int Highest)[] Derive(long hidden)
    {
        (int, int)[] ends = [.. _figures.Select(figure => (figure.Count, figure.Count))];
        foreach (var (changed, (lowest, highest)) in _byChanged)
        {
            if ((changed & ~hidden) != 0)
                continue;
            for (var i = 0; i < ends.Length; i++)
                ends[i] = (int.Min(ends[i].Item1, lowest[i]), int.Max(ends[i].Item2, highest[i]));
        }

        return ends;
    }

    /// <summary>The least cost of hiding, beside the small ones, enough that none can be derived; by trying every set.</summary>
    public double LeastCost(Protection protection, Func<Figure, double> cost)
    {
        long small = 0, choices = 0;
        for (var i = 0; i < _figures.Length; i++)
        {
            if (protection.IsSmall(_figures[i].Count))
                small |= 1L << i;
            else if (_figures[i].Count > 0)
                choices |= 1L << i;
        }

        var least = double.PositiveInfinity;
        for (var chosen = choices; ; chosen = (chosen - 1) & choices)
        {
            var price = Enumerable.Range(0, _figures.Length).Where(i => (chosen >> i & 1) != 0).Sum(i => cost(_figures[i]));
            if (price < least && IsSafe(Derive(small | chosen), small, protection))
                least = price;
            if (chosen == 0)
                return least;
        }
    }

    private static bool IsSafe((int Lowest, int Highest)[] ends, long small, Protection protection) => Enumerable.Range(0, ends.Length)
        .Where(i => (small >> i & 1) != 0).All(i => protection.Suffices(new Derivable(ends[i].Lowest, ends[i].Highest)));

    private void Record(int[] cells, Protection protection)
    {
        var values = new int[_figures.Length];
        long changed = 0;
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var cell in _figures[i].Cells)
                values[i] += cells[cell];
            if (values[i] != _figures[i].Count)
                changed |= 1L << i;
            // A printed zero is never hidden, and no gap hides one.
            if (protection.ZerosArePublic && (values[i] == 0) != (_figures[i].Count == 0))
                return;
        }

        if (!_byChanged.TryGetValue(changed, out var ends))
            _byChanged[changed] = ends = ([.. values], [.. values]);
        for (var i = 0; i < values.Length; i++)
            (ends.Lowest[i], ends.Highest[i]) = (int.Min(ends.Lowest[i], values[i]), int.Max(ends.Highest[i], values[i]));
    }
}
