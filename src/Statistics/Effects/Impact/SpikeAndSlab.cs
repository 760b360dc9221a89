using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Impact;

/// <summary>
/// Draws which covariates matter, their coefficients and the variance around them (George and McCulloch 1997; Scott and Varian 2014). The slab is Zellner's, half of it shrunk
/// to its diagonal, so that covariates that repeat each other do no harm.
/// </summary>
internal sealed class SpikeAndSlab
{
    private readonly double[][] _columns;
    private readonly double[] _products;
    private readonly double[] _slab;
    private readonly double[] _ofSeen;
    private readonly double[] _factor;
    private readonly double[] _slabFactor;
    private readonly double[] _solved;
    private readonly int[] _members;
    private readonly bool[] _isIn;
    private readonly double _logOdds;
    private readonly double _shape;
    private readonly double _belief;

    /// <param name="columns">Covariates by time, with mean 0 and deviation 1.</param>
    /// <param name="times">How many times.</param>
    /// <param name="options">What is believed.</param>
    public SpikeAndSlab(double[][] columns, int times, ImpactOptions options)
    {
        var size = columns.Length;
        _columns = columns;
        (_products, _slab, _factor, _slabFactor) = (new double[size * size], new double[size * size], new double[size * size], new double[size * size]);
        (_ofSeen, _solved, _members, _isIn) = (new double[size], new double[size], new int[size], new bool[size]);
        Coefficients = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                _products[i * size + j] = Product(columns[i], columns[j]);
                _slab[i * size + j] = options.CoefficientWeight / times * _products[i * size + j] * (i == j ? 1 : 0.5);
            }
        }

        var share = double.Min(1, options.ExpectedSize / double.Max(1, size));
        _logOdds = share < 1 ? Elementary.Log(share / (1 - share)) : double.PositiveInfinity;
        Array.Fill(_isIn, true);
        // Without covariates nothing is said of how much they explain: the belief is then next to none, at the series' own variance.
        var weight = size > 0 ? options.ShareWeight : 0.01;
        _shape = (weight + times) / 2;
        _belief = weight * (size > 0 ? 1 - options.ExpectedShare : 1);
    }

    /// <summary>The last draw; 0 for what is out.</summary>
    public double[] Coefficients { get; }

    /// <summary>Of the last draw.</summary>
    public double Variance { get; private set; } = 0.5;

    /// <summary>Whether a covariate is in.</summary>
    public bool IsIn(int covariate) => _isIn[covariate];

    /// <param name="seen">The series less its level.</param>
    /// <param name="random">Where the draw comes from.</param>
    public void Draw(double[] seen, RandomStream random)
    {
        var square = Product(seen, seen);
        for (var i = 0; i < _columns.Length; i++)
            _ofSeen[i] = Product(_columns[i], seen);
        var (height, left) = Weigh(square);
        for (var i = 0; i < _columns.Length && double.IsFinite(_logOdds); i++)
        {
            _isIn[i] = !_isIn[i];
            var (other, otherLeft) = Weigh(square);
            if (Elementary.Log(random.Uniform()) < other - height - Elementary.Log(1 + Elementary.Exp(other - height)))
                (height, left) = (other, otherLeft);
            else
                _isIn[i] = !_isIn[i];
        }

        var count = Solve();
        Variance = left / 2 / random.Gamma(_shape);
        for (var i = 0; i < count; i++)
            Coefficients[i] = double.Sqrt(Variance) * random.Normal();
        Cholesky.SolveTransposed(_factor, count, Coefficients.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            _solved[i] += Coefficients[i];
        Array.Clear(Coefficients);
        for (var i = 0; i < count; i++)
            Coefficients[_members[i]] = _solved[i];
    }

    // The logarithm of the posterior of who is in, and twice the rate of the precision.
    private (double Height, double Left) Weigh(double square)
    {
        var count = Solve();
        var (left, height) = (_belief + square, count * (double.IsFinite(_logOdds) ? _logOdds : 0));
        for (var i = 0; i < count; i++)
        {
            left -= _solved[i] * _ofSeen[_members[i]];
            // The factors hold 1 over their diagonal.
            height += Elementary.Log(_factor[i * count + i] / _slabFactor[i * count + i]);
        }

        return (height - _shape * Elementary.Log(left), left);
    }

    // Factors both matrices of those who are in and finds their mean.
    private int Solve()
    {
        var (size, count) = (_columns.Length, 0);
        for (var i = 0; i < size; i++)
        {
            if (_isIn[i])
                _members[count++] = i;
        }

        for (var i = 0; i < count; i++)
        {
            _solved[i] = _ofSeen[_members[i]];
            for (var j = 0; j <= i; j++)
            {
                var at = _members[i] * size + _members[j];
                _slabFactor[i * count + j] = _slab[at];
                _factor[i * count + j] = _slab[at] + _products[at];
            }
        }

        // Half of the slab is its diagonal, so both are positive definite whatever the covariates.
        Cholesky.Factor(_slabFactor, count);
        Cholesky.Factor(_factor, count);
        Cholesky.Solve(_factor, count, _solved.AsSpan(0, count));
        return count;
    }

    private static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (var t = 0; t < one.Length; t++)
            sum += one[t] * other[t];
        return sum;
    }
}
