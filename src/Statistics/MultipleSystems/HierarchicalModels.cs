using System.Numerics;

namespace Amparo.Statistics.MultipleSystems;

/// <summary>All hierarchical models with every main effect, up to an order of interaction.</summary>
public static class HierarchicalModels
{
    /// <summary>More models than this are not listed: choose stepwise then.</summary>
    public const int Most = 1 << 16;

    /// <summary>
    /// The models in a fixed order, main effects first. 3 lists have 8 of order 2; 4 lists 64, and 113 of order 3; 5 lists 1,024, 6,212 and 6,893
    /// of order 2, 3 and 4.
    /// </summary>
    /// <param name="lists">t, 2 or more.</param>
    /// <param name="order">The most lists one term may join: 2 to t - 1 (with all t, nothing would be left to tell the unseen).</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is not from 2 to t - 1 (1 where t is 2), or there would be more than <see cref="Most"/>.</exception>
    public static IReadOnlyList<LoglinearModel> All(int lists, int order)
    {
        if (order < 1 || order > lists - 1)
            throw new ArgumentOutOfRangeException(nameof(order), order, $"With {lists} lists the order is 2 to {lists - 1}.");
        if (lists * (lists - 1) / 2 > 16)
            throw new ArgumentOutOfRangeException(nameof(lists), lists, "All models are listed for up to 6 lists; choose stepwise for more.");
        List<LoglinearModel> models = [];
        Grow(lists, 2, order, [], models);
        return models;
    }

    /// <summary>How the order is held to what these lists allow: an order that is asked, but never above t - 1.</summary>
    public static int OrderFor(int lists, int asked) => int.Clamp(asked, 1, lists - 1);

    // Every set of terms of one size whose parts are there, and on from each to the next size.
    private static void Grow(int lists, int size, int order, IReadOnlyList<int> chosen, List<LoglinearModel> models)
    {
        int[] candidates = size > order ? [] :
            [.. Enumerable.Range(1, (1 << lists) - 1).Where(term => BitOperations.PopCount((uint)term) == size && PartsAreIn(term, size, chosen))];
        if (candidates.Length == 0)
        {
            if (models.Count >= Most)
                throw new ArgumentOutOfRangeException(nameof(order), order, $"There are more than {Most} models; choose a lower order.");
            models.Add(LoglinearModel.Of(lists, chosen));
            return;
        }

        for (var subset = 0; subset < 1 << candidates.Length; subset++)
        {
            int[] taken = [.. candidates.Where((_, i) => (subset & (1 << i)) != 0)];
            // Without a term of this size there can be none of the next.
            Grow(lists, taken.Length == 0 ? order + 1 : size + 1, order, [.. chosen, .. taken], models);
        }
    }

    private static bool PartsAreIn(int term, int size, IReadOnlyList<int> chosen)
    {
        if (size == 2)
            return true;
        for (var left = term; left > 0; left &= left - 1)
        {
            if (!chosen.Contains(term & ~(left & -left)))
                return false;
        }

        return true;
    }
}
