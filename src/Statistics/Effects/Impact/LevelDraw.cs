using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Impact;

/// <summary>Draws the path of a local level from a series: Kalman's filter forward, and a draw backward (Carter and Kohn 1994; Frühwirth-Schnatter 1994).</summary>
/// <param name="times">How many.</param>
internal sealed class LevelDraw(int times)
{
    private readonly double[] _means = new double[times];
    private readonly double[] _variances = new double[times];

    /// <summary>The last path.</summary>
    public double[] Path { get; } = new double[times];

    /// <param name="seen">The series, one for each time.</param>
    /// <param name="first">The mean that is believed of the first level; its variance is 1.</param>
    /// <param name="noise">The variance of what is seen around the level.</param>
    /// <param name="moves">The variance by which the level moves.</param>
    /// <param name="random">Where the draw comes from.</param>
    public void Draw(ReadOnlySpan<double> seen, double first, double noise, double moves, RandomStream random)
    {
        double mean = first, variance = 1;
        for (var t = 0; t < seen.Length; t++)
        {
            var gain = variance / (variance + noise);
            mean += gain * (seen[t] - mean);
            variance *= 1 - gain;
            (_means[t], _variances[t]) = (mean, variance);
            variance += moves;
        }

        var last = seen.Length - 1;
        Path[last] = _means[last] + double.Sqrt(_variances[last]) * random.Normal();
        for (var t = last - 1; t >= 0; t--)
        {
            var gain = _variances[t] / (_variances[t] + moves);
            Path[t] = _means[t] + gain * (Path[t + 1] - _means[t]) + double.Sqrt(_variances[t] * (1 - gain)) * random.Normal();
        }
    }
}
