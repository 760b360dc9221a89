using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>Poisson regression with log link on any columns, by IRLS with halved steps. Small: a few columns, 2^t rows.</summary>
internal sealed class PoissonRegression
{
    private const int MostSteps = 300;
    private const double Settled = 1e-12;
    private readonly double[][] _columns;
    private readonly int _first;
    private readonly double[] _means;

    private PoissonRegression(double[][] columns, int first)
    {
        (_columns, _first) = (columns, first);
        Coefficients = new double[columns.Length];
        Factor = new double[columns.Length * columns.Length];
        _means = new double[columns[0].Length];
    }

    /// <summary>In the columns' order, the constant last.</summary>
    public double[] Coefficients { get; }

    /// <summary>The information's Cholesky factor: the last diagonal entry squared is the variance of the constant.</summary>
    public double[] Factor { get; }

    public double VarianceOfConstant => Factor[^1] * Factor[^1];

    public ReadOnlySpan<double> Means => _means;

    /// <param name="columns">Without the constant.</param>
    /// <param name="counts">A count for each row.</param>
    /// <param name="first">The first row that is fitted: 1 leaves out the history nobody sees.</param>
    /// <returns>Nothing where the fit does not settle: columns that depend on each other, or an estimate at infinity.</returns>
    public static PoissonRegression? Fit(IReadOnlyList<double[]> columns, ReadOnlySpan<double> counts, int first)
    {
        double[] constant = [.. Enumerable.Repeat(1.0, counts.Length)];
        var regression = new PoissonRegression([.. columns, constant], first);
        return regression.Solve(counts) ? regression : null;
    }

    private bool Solve(ReadOnlySpan<double> counts)
    {
        var size = _columns.Length;
        var step = new double[size];
        for (var row = _first; row < _means.Length; row++)
            _means[row] = counts[row] + 0.5;
        Information(size);
        for (var i = 0; i < size; i++)
        {
            for (var row = _first; row < _means.Length; row++)
                step[i] += _columns[i][row] * (_means[row] * Elementary.Log(_means[row]) - 0.5);
        }

        if (!Cholesky.Factor(Factor, size))
            return false;
        Cholesky.Solve(Factor, size, step);
        step.CopyTo(Coefficients, 0);
        var last = double.NegativeInfinity;
        for (var (round, halved) = (0, 0); round < MostSteps; round++)
        {
            var likelihood = Evaluate(counts);
            if (!(likelihood >= last - 1e-10 * (1 + double.Abs(last))) && halved < 40)
            {
                halved++;
                for (var i = 0; i < size; i++)
                    Coefficients[i] -= double.ScaleB(step[i], -halved);
                continue;
            }

            (last, halved) = (likelihood, 0);
            var decrement = Step(counts, step);
            if (double.IsNaN(decrement))
                return false;
            for (var i = 0; i < size; i++)
                Coefficients[i] += step[i];
            if (decrement < Settled)
            {
                Evaluate(counts);
                return true;
            }
        }

        return false;
    }

    private double Step(ReadOnlySpan<double> counts, double[] step)
    {
        var size = _columns.Length;
        Information(size);
        if (!Cholesky.Factor(Factor, size))
            return double.NaN;
        var gradient = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var row = _first; row < _means.Length; row++)
                gradient[i] += _columns[i][row] * (counts[row] - _means[row]);
        }

        gradient.CopyTo(step, 0);
        Cholesky.Solve(Factor, size, step);
        return gradient.Zip(step, (g, s) => g * s).Sum();
    }

    private void Information(int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double sum = 0;
                for (var row = _first; row < _means.Length; row++)
                    sum += _means[row] * _columns[i][row] * _columns[j][row];
                Factor[i * size + j] = sum;
            }
        }
    }

    private double Evaluate(ReadOnlySpan<double> counts)
    {
        double likelihood = 0;
        for (var row = _first; row < _means.Length; row++)
        {
            double predictor = 0;
            for (var i = 0; i < _columns.Length; i++)
                predictor += _columns[i][row] * Coefficients[i];
            _means[row] = Elementary.Exp(predictor);
            likelihood += counts[row] * predictor - _means[row];
        }

        return likelihood;
    }
}
