namespace Amparo.Statistics.Numerics;

/// <summary>The logarithm of the gamma function of a positive number, by Stirling's series above 15 and the recurrence below. Absolute error below 1e-13 up to 1e4.</summary>
public static class LogGamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private const double Far = 15;

    /// <summary>ln Γ(<paramref name="x"/>).</summary>
    /// <param name="x">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static double Of(double x)
    {
        if (!(x > 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "Must be above 0.");
        double product = 1;
        while (x < Far)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188
            - square * (691.0 / 360360 - square * (1.0 / 156)))))));
        return (x - 0.5) * Elementary.Log(x) - x + HalfLogTwoPi + series - Elementary.Log(product);
    }

    /// <summary>ln <paramref name="n"/>!</summary>
    /// <param name="n">0 or more.</param>
    public static double OfFactorial(double n) => Of(n + 1);
}
