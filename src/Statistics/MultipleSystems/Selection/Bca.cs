using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>The bias-corrected and accelerated percentile interval (Efron 1987; DiCiccio and Efron 1996).</summary>
public static class Bca
{
    /// <summary>The interval.</summary>
    /// <param name="estimate">From the data.</param>
    /// <param name="resampled">From each resample; what is not-a-number is passed over.</param>
    /// <param name="leftOut">From the data without one case of each observed combination; not-a-number where there was none.</param>
    /// <param name="cases">How many cases each of those combinations holds.</param>
    /// <param name="level">Such as 0.95.</param>
    /// <returns>Lower and upper end, not-a-number where fewer than ten resamples gave an estimate.</returns>
    public static (double Lower, double Upper) Interval(
        double estimate, IEnumerable<double> resampled, ReadOnlySpan<double> leftOut, ReadOnlySpan<int> cases, double level)
    {
        double[] sorted = [.. resampled.Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length < 10)
            return (double.NaN, double.NaN);
        // A share of none or all would put the end at infinity; half a resample stands for less than one.
        var below = double.Clamp((double)sorted.Count(value => value < estimate) / sorted.Length, 0.5 / sorted.Length, 1 - 0.5 / sorted.Length);
        var bias = Normal.Quantile(below);
        var acceleration = Acceleration(leftOut, cases);
        return (End(0.5 - level / 2), End(0.5 + level / 2));

        double End(double share)
        {
            var z = bias + Normal.Quantile(share);
            var stretched = 1 - acceleration * z;
            return stretched <= 0
                ? z > 0 ? sorted[^1] : sorted[0]
                : Quantile.OfSorted(sorted, Normal.Below(bias + z / stretched));
        }
    }

    /// <summary>A sixth of the skewness of the jackknife's influences; each combination weighs as many times as it has cases.</summary>
    public static double Acceleration(ReadOnlySpan<double> leftOut, ReadOnlySpan<int> cases)
    {
        double sum = 0, weight = 0;
        for (var i = 0; i < cases.Length; i++)
        {
            if (double.IsNaN(leftOut[i]))
                continue;
            sum += cases[i] * leftOut[i];
            weight += cases[i];
        }

        double squares = 0, cubes = 0;
        for (var i = 0; i < cases.Length; i++)
        {
            if (double.IsNaN(leftOut[i]))
                continue;
            var r = sum / weight - leftOut[i];
            squares += cases[i] * r * r;
            cubes += cases[i] * r * r * r;
        }

        return squares > 0 ? cubes / (6 * squares * double.Sqrt(squares)) : 0;
    }
}
