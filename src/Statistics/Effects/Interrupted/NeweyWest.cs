using Amparo.Statistics.MultipleSystems.Fitting;

namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>
/// The sandwich A⁻¹ B A⁻¹ of an estimating equation whose scores are correlated in time (Newey and West 1987): B sums products of scores up to some lags apart with the
/// weights of Bartlett. With no lag it is that of White (1980). Scores of areas are summed within a time first (Driscoll and Kraay 1998), so areas may move together.
/// </summary>
internal static class NeweyWest
{
    /// <summary>Newey and West's rule (1994) for how many lags.</summary>
    public static int UsualLags(int times) => int.Min(times - 1, (int)double.Floor(4 * double.Pow(times / 100.0, 2.0 / 9)));

    /// <param name="scores">times × size, row-major: the summed scores of each time.</param>
    /// <param name="size">Coefficients.</param>
    /// <param name="lags">0 or more, fewer than the times.</param>
    /// <param name="factor">The Cholesky factor of A.</param>
    /// <param name="rows">How many observations, for the correction n/(n−k).</param>
    /// <returns>size × size, the variances.</returns>
    public static double[] Variance(ReadOnlySpan<double> scores, int size, int lags, ReadOnlySpan<double> factor, int rows)
    {
        var times = scores.Length / size;
        var meat = new double[size * size];
        for (var lag = 0; lag <= lags; lag++)
        {
            var weight = 1 - lag / (lags + 1.0);
            for (var t = lag; t < times; t++)
            {
                for (var i = 0; i < size; i++)
                {
                    for (var j = 0; j < size; j++)
                    {
                        var product = weight * scores[t * size + i] * scores[(t - lag) * size + j];
                        meat[i * size + j] += product;
                        if (lag > 0)
                            meat[j * size + i] += product;
                    }
                }
            }
        }

        // A⁻¹ B, and then A⁻¹ of its transpose: both are symmetric in the end.
        for (var i = 0; i < size; i++)
            Cholesky.Solve(factor, size, meat.AsSpan(i * size, size));
        var variance = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                variance[i * size + j] = meat[j * size + i] * rows / (rows - size);
        }

        for (var i = 0; i < size; i++)
            Cholesky.Solve(factor, size, variance.AsSpan(i * size, size));
        return variance;
    }
}
