namespace Amparo.Statistics.Numerics;

/// <summary>Draws one of many with given weights in constant time (Walker 1977, filled as Vose 1991 does).</summary>
public sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _other;

    /// <param name="weights">0 or more each, at least one above 0.</param>
    /// <exception cref="ArgumentException">No weight, one below 0 or not a number, or none above 0.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (var weight in weights)
            sum += weight >= 0 && double.IsFinite(weight) ? weight : throw new ArgumentException("A weight is 0 or more.", nameof(weights));
        if (!(sum > 0))
            throw new ArgumentException("At least one weight is above 0.", nameof(weights));
        (_keep, _other) = (new double[weights.Length], new int[weights.Length]);
        Stack<int> small = new(), large = new();
        for (var i = 0; i < weights.Length; i++)
        {
            _keep[i] = weights[i] / sum * weights.Length;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (lacks, has) = (small.Pop(), large.Pop());
            _other[lacks] = has;
            _keep[has] -= 1 - _keep[lacks];
            (_keep[has] < 1 ? small : large).Push(has);
        }

        // What is left is 1 but for rounding; a weight of 0 never is, unless rounding left it without a partner.
        foreach (var rest in large.Concat(small))
            (_keep[rest], _other[rest]) = weights[rest] > 0 ? (1, rest) : (0, weights.IndexOfAnyExcept(0));
    }

    /// <summary>An index, each as often as its weight.</summary>
    public int Draw(RandomStream random)
    {
        var at = random.Below(_keep.Length);
        return random.Uniform() < _keep[at] ? at : _other[at];
    }
}
