namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>
/// Weighted quasi-Poisson regression with log link on a level for each season and, if asked for, one trend. The same as <see cref="QuasiPoisson"/> with a column for each, but
/// its equations have the shape of an arrow and are solved in one pass over the rows. Made once and fitted often; allocates nothing then.
/// </summary>
/// <remarks>It stops where R's glm does, and like it takes variances from the weights of the last step.</remarks>
internal sealed class SeasonalPoisson
{
    private const int MostSteps = 25;
    private const double Settled = 1e-8;
    private readonly int[] _seasons;
    private readonly double[] _times;
    private readonly double[] _working;
    private readonly double[] _sums;
    private readonly double[] _middles;
    private readonly double[] _levels;
    private readonly int _used;
    private double _spread;
    private double _slope;
    private bool _isTrended;

    /// <param name="seasons">Each row's season, from 0.</param>
    /// <param name="times">Each row's time.</param>
    public SeasonalPoisson(int[] seasons, double[] times)
    {
        (_seasons, _times, _working, Means) = (seasons, times, new double[seasons.Length], new double[seasons.Length]);
        var size = seasons.Max() + 1;
        (_sums, _middles, _levels, _used) = (new double[size], new double[size], new double[size], seasons.Distinct().Count());
    }

    public double[] Means { get; }

    /// <summary>Pearson's statistic over the degrees of freedom.</summary>
    public double Dispersion { get; private set; }

    /// <summary>Fits anew.</summary>
    /// <returns>False where it does not settle, or there is no case.</returns>
    public bool Fit(ReadOnlySpan<double> counts, ReadOnlySpan<double> weights, bool isTrended)
    {
        (_isTrended, _slope, Dispersion) = (isTrended, 0, 0);
        var freedom = Means.Length - _used - (isTrended ? 1 : 0);
        if (freedom <= 0 || counts.IndexOfAnyExcept(0) < 0)
            return false;
        for (var row = 0; row < Means.Length; row++)
            Means[row] = counts[row] + 0.1;
        var before = Deviance(counts, weights);
        for (var round = 0; round < MostSteps; round++)
        {
            Step(counts, weights);
            var after = Deviance(counts, weights);
            if (!double.IsFinite(after))
                return false;
            if (double.Abs(after - before) / (double.Abs(after) + 0.1) < Settled)
            {
                for (var row = 0; row < Means.Length; row++)
                    Dispersion += _working[row] * (counts[row] / Means[row] - 1) * (counts[row] / Means[row] - 1) / freedom;
                return double.IsFinite(Dispersion);
            }

            before = after;
        }

        return false;
    }

    /// <summary>The linear predictor of a season at a time.</summary>
    public double Predictor(int season, double time) => _levels[season] + _slope * time;

    /// <summary>Its variance before the dispersion.</summary>
    public double Variance(int season, double time)
    {
        var off = time - _middles[season];
        return 1 / _sums[season] + (_isTrended ? off * off / _spread : 0);
    }

    /// <summary>Anscombe's residual of a row (Farrington et al. 1996).</summary>
    public double Anscombe(int row, double count, double dispersion)
    {
        var leverage = _working[row] * Variance(_seasons[row], _times[row]);
        var raw = 1.5 * (double.Cbrt(count * count) * double.Pow(Means[row], -1.0 / 6) - double.Sqrt(Means[row]));
        return raw / double.Sqrt(dispersion * double.Max(1e-12, 1 - leverage));
    }

    private void Step(ReadOnlySpan<double> counts, ReadOnlySpan<double> weights)
    {
        Array.Clear(_sums);
        Array.Clear(_middles);
        Array.Clear(_levels);
        for (var row = 0; row < Means.Length; row++)
        {
            var (season, weight) = (_seasons[row], weights[row] * Means[row]);
            _working[row] = weight;
            _sums[season] += weight;
            _middles[season] += weight * _times[row];
            // From here the response of the step stands in the place of the mean it comes from.
            Means[row] = double.Log(Means[row]) + counts[row] / Means[row] - 1;
            _levels[season] += weight * Means[row];
        }

        for (var season = 0; season < _sums.Length; season++)
        {
            _middles[season] /= _sums[season];
            _levels[season] /= _sums[season];
        }

        double along = 0;
        _spread = 0;
        for (var row = 0; _isTrended && row < Means.Length; row++)
        {
            var off = _times[row] - _middles[_seasons[row]];
            _spread += _working[row] * off * off;
            along += _working[row] * off * Means[row];
        }

        _slope = _isTrended ? along / _spread : 0;
        for (var season = 0; season < _sums.Length; season++)
            _levels[season] -= _slope * _middles[season];
        for (var row = 0; row < Means.Length; row++)
            Means[row] = double.Exp(Predictor(_seasons[row], _times[row]));
    }

    private double Deviance(ReadOnlySpan<double> counts, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (var row = 0; row < Means.Length; row++)
            sum += 2 * weights[row] * ((counts[row] > 0 ? counts[row] * double.Log(counts[row] / Means[row]) : 0) - (counts[row] - Means[row]));
        return sum;
    }
}
