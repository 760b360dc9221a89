using System.Globalization;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Forecasting;

/// <summary>On which scale a season is added.</summary>
internal enum SmoothingScale
{
    /// <summary>Roots: where counts vary as chance moves them.</summary>
    Root,

    /// <summary>Logarithms of one more: where a season is a share of the level.</summary>
    Log,
}

/// <summary>
/// Exponential smoothing of a level, a damped trend and a season (Holt 1957, Winters 1960, in the form of Hyndman et al. 2008), each corrected by a share of what the next
/// count is off; without any share it says again what came a season before.
/// </summary>
/// <param name="Scale">On which scale.</param>
/// <param name="Level">The level's share; nothing for the season before.</param>
/// <param name="Trend">The trend's share of the level's.</param>
/// <param name="Season">The season's share.</param>
internal sealed record Smoothing(SmoothingScale Scale, double? Level = null, double Trend = 0, double Season = 0)
{
    // Trends do not go on for ever; the value is that of Gardner and McKenzie (1985) for a month.
    private const double Damping = 0.98;

    public string Name => Level is null ? "the season before" : string.Create(CultureInfo.InvariantCulture, $"smoothing of {(Scale == SmoothingScale.Log ? "logarithms" : "roots")} {Level}, {Trend}, {Season}");

    public double To(double count) => Scale == SmoothingScale.Log ? Elementary.Log1P(count) : double.Sqrt(count);

    public double From(double value) => Scale == SmoothingScale.Log ? double.Max(0, Elementary.Exp(value) - 1) : double.Max(0, value) * double.Max(0, value);

    /// <summary>Forecasts from each origin: on the scale, by origin and step.</summary>
    /// <param name="values">On the scale, two seasons or more.</param>
    /// <param name="period">The season's length.</param>
    /// <param name="origins">How many values are known at each; ascending.</param>
    /// <param name="horizon">How many steps.</param>
    public double[][] Ahead(double[] values, int period, IReadOnlyList<int> origins, int horizon)
    {
        var ahead = new double[origins.Count][];
        var seasons = new double[period];
        var (level, trend, next) = (values.AsSpan(0, period).ToArray().Average(), 0.0, 0);
        trend = (values.AsSpan(period, period).ToArray().Average() - level) / period;
        for (var i = 0; i < 2 * period; i++)
            seasons[i % period] += (values[i] - level - (i < period ? 0 : trend * period)) / 2;
        for (var known = 0; next < origins.Count; known++)
        {
            if (known == origins[next])
                ahead[next++] = From(values, known, horizon, level, trend, seasons);
            if (known == values.Length)
                break;
            ref var season = ref seasons[known % period];
            var off = values[known] - level - Damping * trend - season;
            var (ofLevel, ofTrend) = (Level ?? 0, (Level ?? 0) * Trend);
            level += Damping * trend + ofLevel * off;
            trend = Damping * trend + ofTrend * off;
            season += Season * (1 - ofLevel) * off;
        }

        return ahead;
    }

    private double[] From(double[] values, int known, int horizon, double level, double trend, double[] seasons)
    {
        var ahead = new double[horizon];
        var (reach, damped) = (0.0, Damping);
        for (var step = 0; step < horizon; step++)
        {
            (reach, damped) = (reach + damped * trend, damped * Damping);
            ahead[step] = Level is null ? values[known - seasons.Length + step % seasons.Length] : level + reach + seasons[(known + step) % seasons.Length];
        }

        return ahead;
    }
}
