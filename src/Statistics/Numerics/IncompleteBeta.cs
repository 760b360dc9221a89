namespace Amparo.Statistics.Numerics;

/// <summary>The regularised incomplete beta function, by the continued fraction of Abramowitz and Stegun 26.5.8 (Lentz's method). Relative error about 1e-13.</summary>
public static class IncompleteBeta
{
    private const double Smallest = 1e-300;

    /// <summary>I_x(a, b).</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x does not lie from 0 to 1.</exception>
    public static double Of(double x, double a, double b)
    {
        if (!(x >= 0 && x <= 1))
            throw new ArgumentOutOfRangeException(nameof(x), x, "Lies from 0 to 1.");
        if (x is 0 or 1)
            return x;
        var front = Elementary.Exp(LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + a * Elementary.Log(x) + b * Elementary.Log1P(-x));
        // Each side of its middle has the fraction that settles fast.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(1 - x, b, a) / b;
    }

    /// <summary>P(|T| ≥ <paramref name="t"/>) of Student's distribution.</summary>
    /// <param name="t">0 or more.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    public static double StudentBeyond(double t, double freedom) => Of(freedom / (freedom + t * t), freedom / 2, 0.5);

    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), result = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            result *= d * c;
            if (double.Abs(d * c - 1) < 1e-16)
                break;
        }

        return result;
    }

    private static double NotZero(double x) => double.Abs(x) < Smallest ? Smallest : x;
}
