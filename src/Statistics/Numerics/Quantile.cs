namespace Amparo.Statistics.Numerics;

/// <summary>Sample quantiles of type 8, median-unbiased whatever the distribution (Hyndman and Fan 1996).</summary>
public static class Quantile
{
    /// <summary>The quantile at <paramref name="p"/>.</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="p">From 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        var place = (sorted.Length + 1.0 / 3) * p + 1.0 / 3;
        var below = (int)double.Floor(place + 4e-15 * sorted.Length);
        if (below < 1)
            return sorted[0];
        if (below >= sorted.Length)
            return sorted[^1];
        var share = double.Clamp(place - below, 0, 1);
        return sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
    }
}
