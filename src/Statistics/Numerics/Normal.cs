namespace Amparo.Statistics.Numerics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    private const double RootTwoPi = 2.50662827463100050242;
    private const double SeriesUpTo = 3;
    private const int Fractions = 120;

    /// <summary>The density at <paramref name="x"/>.</summary>
    public static double Density(double x) => Elementary.Exp(-0.5 * x * x) / RootTwoPi;

    /// <summary>P(Z ≤ <paramref name="x"/>): the power series near the middle (Marsaglia 2004), the continued fraction of Laplace in the tails.</summary>
    public static double Below(double x)
    {
        if (double.Abs(x) > SeriesUpTo)
            return x > 0 ? 1 - Tail(x) : Tail(-x);
        double term = x, sum = x;
        for (var odd = 3; double.Abs(term) > 1e-18 * double.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return 0.5 + sum * Density(x);
    }

    /// <summary>The value below which the share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 gives minus infinity, 1 plus infinity.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 1.</exception>
    public static double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies from 0 to 1.");
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var near = p < 0.5 ? p : 1 - p;
        if (near < 1e-300)
            return p < 0.5 ? -38 : 38;

        // The first guess is formula 26.2.23 of Abramowitz and Stegun; three steps of Halley bring it to machine precision.
        var t = double.Sqrt(-2 * Elementary.Log(near));
        var x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
        for (var step = 0; step < 3; step++)
        {
            var error = (Below(x) - near) / Density(x);
            x -= error / (1 + 0.5 * x * error);
        }

        return p < 0.5 ? x : -x;
    }

    private static double Tail(double x)
    {
        var fraction = x;
        for (var k = Fractions; k >= 1; k--)
            fraction = x + k / fraction;
        return Density(x) / fraction;
    }
}
