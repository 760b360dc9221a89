using System.Numerics;

namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>
/// A decomposable (chordal) graph of lists: lists without an edge are independent given those between. Its probability is a product over
/// cliques divided by one over separators (Lauritzen 1996); <see cref="Parts"/> holds both.
/// </summary>
/// <param name="Lists">t.</param>
/// <param name="Edges">Pairs of lists as bit masks.</param>
/// <param name="Parts">Sets of lists with +1 for a clique, -1 (or less) for separators.</param>
public sealed record DecomposableGraph(int Lists, IReadOnlyList<int> Edges, IReadOnlyDictionary<int, int> Parts)
{
    /// <summary>More lists than this have too many graphs (7 have 617,675).</summary>
    public const int MostLists = 6;

    /// <summary>The cliques of two or more lists as a model's name, [12,13]; [] for independence.</summary>
    public string Name => LoglinearModel.Of(Lists, Parts.Where(part => part.Value > 0).Select(part => part.Key)).ToString();

    /// <summary>All of them, in a fixed order: 2, 8, 61, 822 and 18,154 graphs for 2 to 6 lists.</summary>
    /// <param name="lists">2 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more lists.</exception>
    public static IReadOnlyList<DecomposableGraph> All(int lists)
    {
        if (lists is < 2 or > MostLists)
            throw new ArgumentOutOfRangeException(nameof(lists), lists, $"Graphs are listed for 2 to {MostLists} lists.");
        int[] pairs = [.. OverlapTable.PairsOf(lists)];
        return [.. Enumerable.Range(0, 1 << pairs.Length).Select(set => Of(lists, [.. pairs.Where((_, i) => (set & (1 << i)) != 0)])).OfType<DecomposableGraph>()];
    }

    // Takes away one simplicial list (its neighbours all joined) after the other; where none is left, the graph is not decomposable.
    private static DecomposableGraph? Of(int lists, int[] edges)
    {
        var neighbours = new int[lists];
        foreach (var edge in edges)
        {
            for (var list = 0; list < lists; list++)
                neighbours[list] |= (edge & (1 << list)) != 0 ? edge & ~(1 << list) : 0;
        }

        Dictionary<int, int> parts = [];
        for (var left = (1 << lists) - 1; left > 0;)
        {
            var list = Simplicial(neighbours, left);
            if (list < 0)
                return null;
            var around = neighbours[list] & left;
            parts[around | (1 << list)] = parts.GetValueOrDefault(around | (1 << list)) + 1;
            if (around > 0)
                parts[around] = parts.GetValueOrDefault(around) - 1;
            left &= ~(1 << list);
        }

        return new(lists, edges, parts.Where(part => part.Value != 0).ToDictionary());
    }

    private static int Simplicial(int[] neighbours, int left)
    {
        for (var rest = left; rest > 0; rest &= rest - 1)
        {
            var list = BitOperations.TrailingZeroCount(rest);
            var around = neighbours[list] & left;
            var isJoined = true;
            for (var other = around; other > 0; other &= other - 1)
                isJoined &= (around & ~(other & -other) & ~neighbours[BitOperations.TrailingZeroCount(other)]) == 0;
            if (isJoined)
                return list;
        }

        return -1;
    }
}
