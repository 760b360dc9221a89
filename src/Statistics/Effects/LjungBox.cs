using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects;

/// <summary>Ljung and Box (1978): whether what a model leaves over is still correlated in time.</summary>
/// <param name="Statistic">Q.</param>
/// <param name="Lags">How many lags were summed.</param>
/// <param name="P">Small where the residuals are correlated.</param>
public sealed record LjungBox(double Statistic, int Lags, double P)
{
    /// <summary>Tests residuals in the order of time.</summary>
    /// <param name="residuals">More than <paramref name="lags"/>.</param>
    /// <param name="lags">Even and 2 or more, so that the tail of chi-square is a Poisson sum, which is exact.</param>
    /// <param name="fitted">How many coefficients of the noise itself were fitted; even, below <paramref name="lags"/>.</param>
    /// <exception cref="ArgumentException">Lags or fitted are odd or out of range.</exception>
    public static LjungBox Of(ReadOnlySpan<double> residuals, int lags, int fitted = 0)
    {
        var count = residuals.Length;
        if (lags < 2 || int.IsOddInteger(lags) || lags >= count || fitted < 0 || int.IsOddInteger(fitted) || fitted >= lags)
            throw new ArgumentException("Lags are even, 2 or more and fewer than the residuals; what was fitted is even and less.", nameof(lags));
        double mean = 0, square = 0, sum = 0;
        foreach (var residual in residuals)
            mean += residual / count;
        foreach (var residual in residuals)
            square += (residual - mean) * (residual - mean);
        for (var lag = 1; lag <= lags; lag++)
        {
            double product = 0;
            for (var t = lag; t < count; t++)
                product += (residuals[t] - mean) * (residuals[t - lag] - mean);
            sum += product / square * (product / square) / (count - lag);
        }

        // Residuals that are all alike are correlated with nothing.
        var statistic = square > 0 ? count * (count + 2.0) * sum : 0;
        return new LjungBox(statistic, lags, PoissonTails.AtMost((lags - fitted) / 2 - 1, statistic / 2));
    }
}
