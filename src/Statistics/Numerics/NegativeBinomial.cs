namespace Amparo.Statistics.Numerics;

/// <summary>Counts whose variance is so many times their mean: the negative binomial distribution, and Poisson's where that is once.</summary>
public static class NegativeBinomial
{
    /// <summary>P(X ≤ <paramref name="count"/>), by the incomplete beta function.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">Above 0.</param>
    /// <param name="dispersion">Variance over mean, 1 or more; at 1 and below Poisson's.</param>
    public static double AtMost(int count, double mean, double dispersion) =>
        dispersion > 1 ? IncompleteBeta.Of(1 / dispersion, mean / (dispersion - 1), count + 1.0) : PoissonTails.AtMost(count, mean);

    /// <summary>The least count with at least the share <paramref name="p"/> at it or below.</summary>
    /// <param name="p">0 or more, below 1.</param>
    /// <param name="mean">0 or more.</param>
    /// <param name="dispersion">Variance over mean; at 1 and below Poisson's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range, or a quantile beyond a thousand million.</exception>
    public static int Quantile(double p, double mean, double dispersion)
    {
        if (!(p is >= 0 and < 1 && mean >= 0))
            throw new ArgumentOutOfRangeException(nameof(p), p, "The share is 0 or more and below 1, the mean 0 or more.");
        if (mean == 0 || p == 0)
            return 0;
        // Cornish and Fisher's first terms; from there few steps lead to the quantile.
        var (z, deviation) = (Normal.Quantile(p), double.Sqrt(mean * double.Max(1, dispersion)));
        var guess = mean + deviation * z + (2 * double.Max(1, dispersion) - 1) * (z * z - 1) / 6;
        if (!(guess < 1e9))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The quantile is beyond a thousand million.");
        var (low, high, step) = (-1, int.Max(0, (int)guess), 1);
        for (; AtMost(high, mean, dispersion) < p; step *= 2)
            (low, high) = (high, high + step);
        for (step = 1; high > 0 && low < high - step && AtMost(high - step, mean, dispersion) >= p; step *= 2)
            high -= step;
        low = int.Max(low, high - step);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            (low, high) = AtMost(middle, mean, dispersion) < p ? (middle, high) : (low, middle);
        }

        return high;
    }
}
