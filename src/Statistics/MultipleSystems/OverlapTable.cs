using System.Numerics;

namespace Amparo.Statistics.MultipleSystems;

/// <summary>
/// How many cases each combination of lists holds: t lists, 2^t - 1 combinations that can be seen, and the one that cannot. A combination
/// (capture history) is a bit mask: bit i says that the case is on list i, counted from 0. Immutable.
/// </summary>
public sealed class OverlapTable
{
    /// <summary>Fewer than this cannot overlap.</summary>
    public const int FewestLists = 2;

    /// <summary>The work grows with 2^t, and nobody has so many lists that mean anything.</summary>
    public const int MostLists = 12;

    private readonly int[] _counts;
    private readonly int[] _overlaps;

    /// <param name="lists">The lists' names, 2 to 12, in the order of the bits.</param>
    /// <param name="counts">Cases by combination. Combinations that are not named hold none.</param>
    /// <exception cref="ArgumentException">Too few or too many lists, a combination of no list or of unknown ones, a count below 0, or no case at all.</exception>
    public OverlapTable(IReadOnlyList<string> lists, IEnumerable<KeyValuePair<int, int>> counts)
    {
        if (lists.Count is < FewestLists or > MostLists)
            throw new ArgumentException($"A table has {FewestLists} to {MostLists} lists, not {lists.Count}.", nameof(lists));
        Lists = [.. lists];
        _counts = new int[1 << lists.Count];
        foreach (var (history, count) in counts)
        {
            if (history <= 0 || history >= _counts.Length || count < 0)
                throw new ArgumentException($"Combination {history} with {count} cases: a combination names at least one of the lists, a count is 0 or more.", nameof(counts));
            _counts[history] = checked(_counts[history] + count);
        }

        Total = checked(_counts.Sum());
        if (Total == 0)
            throw new ArgumentException("The table holds no case.", nameof(counts));
        _overlaps = [.. _counts];
        for (var bit = 1; bit < _overlaps.Length; bit <<= 1)
        {
            for (var history = 0; history < _overlaps.Length; history++)
            {
                if ((history & bit) == 0)
                    _overlaps[history] += _overlaps[history | bit];
            }
        }
    }

    /// <summary>The lists' names, in the order of the bits.</summary>
    public IReadOnlyList<string> Lists { get; }

    /// <summary>n: cases seen on at least one list.</summary>
    public int Total { get; }

    /// <summary>Cases on exactly these lists; index 0 is the combination nobody sees and holds 0. Length 2^t.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>The combinations that were seen, ascending.</summary>
    public IEnumerable<int> Observed => Enumerable.Range(1, _counts.Length - 1).Where(history => _counts[history] > 0);

    /// <summary>Cases on at least these lists (N* of Chan, Silverman and Vincent 2021); 0 stands for no list and gives n.</summary>
    /// <param name="lists">A bit mask below 2^t.</param>
    public int Overlap(int lists) => _overlaps[lists];

    /// <summary>The pairs of lists, in the lists' order: (1,2), (1,3) … as bit masks.</summary>
    public IEnumerable<int> Pairs => PairsOf(Lists.Count);

    /// <summary>Cases by the number of lists they are on: entry k for k = 0 … t, the first always 0.</summary>
    public IReadOnlyList<int> ByTimesSeen =>
        [.. Enumerable.Range(0, Lists.Count + 1).Select(k => Enumerable.Range(1, _counts.Length - 1).Where(h => BitOperations.PopCount((uint)h) == k).Sum(h => _counts[h]))];

    internal static IEnumerable<int> PairsOf(int lists) =>
        from first in Enumerable.Range(0, lists)
        from second in Enumerable.Range(first + 1, lists - first - 1)
        select (1 << first) | (1 << second);

    internal ReadOnlySpan<int> CountSpan => _counts;
}
