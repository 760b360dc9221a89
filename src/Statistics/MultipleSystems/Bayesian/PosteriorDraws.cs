using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>
/// Draws from a posterior by importance sampling: from a multivariate t around the mode, weighted by how much more likely the posterior makes
/// them. Unlike a chain the draws do not remember each other, so that cores share them and their effective number is known.
/// </summary>
internal sealed class PosteriorDraws
{
    private const int Freedom = 5;
    private const int Block = 1000;
    private readonly int _size;
    private readonly double[] _points;
    private readonly double[] _weights;

    public PosteriorDraws(CellCounts counts, LoglinearModel model, ThresholdingOptions options, long stream, Running running)
    {
        LogPosterior Posterior() => new(counts, model, options.Variance);
        var mode = new Mode(Posterior());
        _size = mode.Point.Length;
        var blocks = (options.Draws + Block - 1) / Block;
        (_points, _weights) = (new double[blocks * Block * _size], new double[blocks * Block]);
        var highest = Posterior().At(mode.Point);
        running.Each(blocks, () => (Posterior: Posterior(), Random: new RandomStream(options.Seed, 0)), (block, desk) =>
        {
            desk.Random.Restart(options.Seed, (stream << 32) + block);
            for (var draw = block * Block; draw < (block + 1) * Block; draw++)
                _weights[draw] = Draw(desk.Posterior, desk.Random, mode, _points.AsSpan(draw * _size, _size)) - highest;
        });
        Elementary.Exp(_weights, _weights);
        var sum = _weights.Sum();
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] /= sum;
    }

    /// <summary>How many independent draws these are worth.</summary>
    public double EffectiveNumber => 1 / _weights.Sum(weight => weight * weight);

    /// <summary>Posterior mean and standard deviation of one term, by its place among the model's terms.</summary>
    public (double Mean, double Deviation) Of(int place)
    {
        double mean = 0, square = 0;
        for (var draw = 0; draw < _weights.Length; draw++)
            mean += _weights[draw] * _points[draw * _size + place];
        for (var draw = 0; draw < _weights.Length; draw++)
            square += _weights[draw] * (_points[draw * _size + place] - mean) * (_points[draw * _size + place] - mean);
        return (mean, double.Sqrt(square));
    }

    /// <summary>exp(α_∅) in ascending order, with the weights.</summary>
    public (double Unseen, double Weight)[] Unseen() =>
        [.. _weights.Select((weight, draw) => (Elementary.Exp(_points[draw * _size + _size - 1]), weight)).OrderBy(pair => pair.Item1)];

    // z over the square root of a chi-square is t; solving with the transposed factor gives it the mode's covariance.
    private double Draw(LogPosterior posterior, RandomStream random, Mode mode, Span<double> point)
    {
        double square = 0, chi = 0;
        for (var i = 0; i < _size; i++)
        {
            point[i] = random.Normal();
            square += point[i] * point[i];
        }

        for (var i = 0; i < Freedom; i++)
        {
            var z = random.Normal();
            chi += z * z;
        }

        var stretch = double.Sqrt(Freedom / chi);
        Cholesky.SolveTransposed(mode.Factor, _size, point);
        for (var i = 0; i < _size; i++)
            point[i] = mode.Point[i] + stretch * point[i];
        return posterior.At(point) + 0.5 * (Freedom + _size) * Elementary.Log1P(square * stretch * stretch / Freedom);
    }
}
