
namespace Amparo.Demo;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed on every machine and in every version.</summary>
/// <remarks><see cref="Random"/> promises that for no version but its own.</remarks>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>From 0 to below <paramref name="bound"/>: the high half of a product, so that no number is favoured by more than one in billions.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Minutes from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public TimeSpan Minutes(int least, int most) => TimeSpan.FromMinutes(Between(least, most));

    /// <summary>One of the items, each as often as its weight.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, int> weight)
    {
        var at = Below(items.Sum(weight));
        foreach (var item in items)
        {
            at -= weight(item);
            if (at < 0)
                return item;
        }
        throw new ArgumentException("Weights are above zero.", nameof(weight));
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
