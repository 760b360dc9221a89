using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>The multinomial profile likelihood of the population's size (Cormack 1992): for each N the model is fitted with N - n unseen.</summary>
internal sealed class ProfileLikelihood(IReadOnlyList<double[]> columns, OverlapTable table)
{
    private const double Golden = 0.61803398874989485;
    private readonly double[] _counts = [.. table.Counts.Select(n => (double)n)];

    /// <summary>The N of the highest likelihood, and where it has fallen by half a χ² quantile; the ends are n at the least and infinity where it never falls so far.</summary>
    public (double Estimate, double Lower, double Upper)? Interval(double guess, double level)
    {
        var scale = double.Max(guess - table.Total, 0.5);
        var (low, high) = (0.0, 4 * scale);
        while (At(high) > At(high / 2))
        {
            if (high > 1e4 * scale)
                return null;
            high *= 2;
        }

        var (a, b) = (high - Golden * (high - low), low + Golden * (high - low));
        var (atA, atB) = (At(a), At(b));
        while (high - low > 1e-7 * (1 + high))
        {
            if (atA > atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - Golden * (high - low);
                atA = At(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + Golden * (high - low);
                atB = At(b);
            }
        }

        var best = (low + high) / 2;
        if (double.IsNaN(At(best)))
            return null;
        var z = Normal.Quantile(0.5 + level / 2);
        var floor = At(best) - z * z / 2;
        return (table.Total + best, table.Total + (At(0) > floor ? 0 : Cross(0, best, floor)), table.Total + Above(best, floor));
    }

    private double Above(double best, double floor)
    {
        var far = 2 * best + 1;
        while (At(far) > floor)
        {
            if (far > 1e6 * (best + 1))
                return double.PositiveInfinity;
            far *= 2;
        }

        return Cross(far, best, floor);
    }

    private double Cross(double outside, double inside, double floor)
    {
        while (double.Abs(outside - inside) > 1e-7 * (1 + inside))
        {
            var middle = (outside + inside) / 2;
            if (At(middle) > floor)
                inside = middle;
            else
                outside = middle;
        }

        return (outside + inside) / 2;
    }

    private double At(double missing)
    {
        _counts[0] = missing;
        if (PoissonRegression.Fit(columns, _counts, 0) is not { } fit)
            return double.NaN;
        var total = table.Total + missing;
        var sum = LogGamma.OfFactorial(total) - LogGamma.OfFactorial(missing);
        for (var row = 0; row < _counts.Length; row++)
            sum += _counts[row] > 0 ? _counts[row] * Elementary.Log(fit.Means[row] / total) : 0;
        return sum;
    }
}
