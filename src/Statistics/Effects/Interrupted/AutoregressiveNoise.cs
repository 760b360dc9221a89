using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>
/// Stationary noise with (1 − φB)(1 − ΦBˢ)u = e, whitened exactly: each value less its best prediction from those before. The predictions of the first values come from
/// stepping Durbin's and Levinson's recursion down.
/// </summary>
internal sealed class AutoregressiveNoise
{
    private readonly int _order;
    private readonly double[] _coefficients;
    private readonly double[] _spreads;

    /// <param name="period">s, 2 or more.</param>
    public AutoregressiveNoise(int period)
    {
        _order = period + 1;
        // Row k: how the value after k others is predicted from them, the nearest first.
        _coefficients = new double[(_order + 1) * _order];
        _spreads = new double[_order + 1];
    }

    /// <summary>Σ ln of the first predictions' variances, over that of e.</summary>
    public double LogDeterminant { get; private set; }

    /// <param name="near">φ, between -1 and 1.</param>
    /// <param name="seasonal">Φ, between -1 and 1.</param>
    public void Set(double near, double seasonal)
    {
        var last = Row(_order);
        last.Clear();
        last[0] = near;
        last[_order - 2] += seasonal;
        last[_order - 1] = -near * seasonal;
        double variance = 1;
        (_spreads[_order], LogDeterminant) = (1, 0);
        for (var k = _order; k >= 1; k--)
        {
            var row = Row(k);
            var shorter = Row(k - 1);
            var partial = row[k - 1];
            var left = 1 - partial * partial;
            for (var j = 0; j < k - 1; j++)
                shorter[j] = (row[j] + partial * row[k - 2 - j]) / left;
            variance /= left;
            _spreads[k - 1] = double.Sqrt(variance);
            LogDeterminant += Elementary.Log(variance);
        }
    }

    /// <summary>Takes out what the values before say; what is left has the same variance everywhere.</summary>
    public void Whiten(ReadOnlySpan<double> values, Span<double> result)
    {
        for (var t = 0; t < values.Length; t++)
        {
            var k = int.Min(t, _order);
            var row = Row(k);
            var left = values[t];
            for (var j = 0; j < k; j++)
                left -= row[j] * values[t - 1 - j];
            result[t] = left / _spreads[k];
        }
    }

    private Span<double> Row(int k) => _coefficients.AsSpan(k * _order, _order);
}
