namespace Amparo.Statistics.Numerics;

/// <summary>Tails of the Poisson distribution, summed from the count outwards so that small ones keep all their digits.</summary>
public static class PoissonTails
{
    private const double Negligible = 1e-17;

    /// <summary>P(X ≤ <paramref name="count"/>) for the mean <paramref name="mean"/>.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">0 or more.</param>
    public static double AtMost(int count, double mean)
    {
        if (mean <= 0)
            return 1;
        double term = 1, sum = 1;
        for (var k = count; k >= 1 && (k > mean || term > Negligible * sum); k--)
        {
            term *= k / mean;
            sum += term;
        }

        return double.Min(1, sum * At(count, mean));
    }

    /// <summary>P(X ≥ <paramref name="count"/>) for the mean <paramref name="mean"/>.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">0 or more.</param>
    public static double AtLeast(int count, double mean)
    {
        if (count <= 0 || mean <= 0)
            return count <= 0 ? 1 : 0;
        double term = 1, sum = 1;
        for (var k = count + 1; k < mean || term > Negligible * sum; k++)
        {
            term *= mean / k;
            sum += term;
        }

        return double.Min(1, sum * At(count, mean));
    }

    private static double At(int count, double mean) => Elementary.Exp(count * Elementary.Log(mean) - mean - LogGamma.OfFactorial(count));
}
