namespace Amparo.Statistics.Numerics;

/// <summary>Random numbers of the gamma distribution (Marsaglia and Tsang 2000).</summary>
public static class GammaDraw
{
    /// <summary>A number with mean <paramref name="shape"/> and rate 1.</summary>
    /// <param name="random">Where it comes from.</param>
    /// <param name="shape">Above 0.</param>
    public static double Of(RandomStream random, double shape)
    {
        if (shape < 1)
            return Of(random, shape + 1) * Elementary.Exp(Elementary.Log(random.Uniform()) / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / double.Sqrt(9 * d);
        while (true)
        {
            var z = random.Normal();
            var root = 1 + c * z;
            if (root <= 0)
                continue;
            var cube = root * root * root;
            if (Elementary.Log(random.Uniform()) < 0.5 * z * z + d * (1 - cube + Elementary.Log(cube)))
                return d * cube;
        }
    }
}
