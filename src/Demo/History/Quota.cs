
namespace Amparo.Demo.History;

/// <summary>Splits a whole number by shares so that the parts add up: largest remainders.</summary>
internal static class Quota
{
    /// <summary>Each item as often as its weight says, the items in order.</summary>
    public static List<T> Of<T>(int total, IReadOnlyList<T> items, Func<T, int> weight)
    {
        var all = (long)items.Sum(weight);
        var parts = items.Select((item, place) => (Place: place, Whole: (int)(total * weight(item) / all), Remainder: total * weight(item) % all)).ToList();
        var missing = total - parts.Sum(part => part.Whole);
        var rounded = parts.OrderByDescending(part => part.Remainder).ThenBy(part => part.Place).Take(missing).Select(part => part.Place).ToHashSet();
        return [.. parts.SelectMany(part => Enumerable.Repeat(items[part.Place], part.Whole + (rounded.Contains(part.Place) ? 1 : 0)))];
    }

    /// <summary>The same in an order of chance.</summary>
    public static List<T> Shuffled<T>(int total, IReadOnlyList<T> items, Func<T, int> weight, SplitMix random)
    {
        var found = Of(total, items, weight);
        random.Shuffle(found);
        return found;
    }
}
