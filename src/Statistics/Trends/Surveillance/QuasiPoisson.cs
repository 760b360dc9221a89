using Amparo.Statistics.MultipleSystems.Fitting;

namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>Weighted quasi-Poisson regression with log link, by reweighted least squares. The first column is the constant.</summary>
/// <remarks>It stops where R's glm does, and like it takes variances from the weights of the last step: bounds are compared with those of R to six digits.</remarks>
internal sealed class QuasiPoisson
{
    private const int MostSteps = 25;
    private const double Settled = 1e-8;
    private readonly double[][] _columns;
    private readonly double[] _counts;
    private readonly double[] _weights;
    private readonly double[] _factor;
    private readonly double[] _working;

    private QuasiPoisson(double[][] columns, double[] counts, double[] weights)
    {
        (_columns, _counts, _weights) = (columns, counts, weights);
        _factor = new double[columns.Length * columns.Length];
        _working = new double[counts.Length];
        Coefficients = new double[columns.Length];
        Means = new double[counts.Length];
    }

    public double[] Coefficients { get; }

    public double[] Means { get; }

    /// <summary>Pearson's statistic over the degrees of freedom.</summary>
    public double Dispersion { get; private set; }

    /// <summary>Rows less columns.</summary>
    public int Freedom => _counts.Length - _columns.Length;

    /// <returns>Nothing where no finite estimate is reached.</returns>
    public static QuasiPoisson? Fit(double[][] columns, double[] counts, double[] weights)
    {
        var fit = new QuasiPoisson(columns, counts, weights);
        return fit.Freedom > 0 && fit.Solve() ? fit : null;
    }

    /// <summary>x' (X'WX)⁻¹ x, the variance of a linear predictor before the dispersion.</summary>
    public double Variance(ReadOnlySpan<double> row)
    {
        double[] solved = [.. row];
        Cholesky.Solve(_factor, solved.Length, solved);
        double sum = 0;
        for (var i = 0; i < solved.Length; i++)
            sum += row[i] * solved[i];
        return sum;
    }

    /// <summary>Anscombe's residual of a row (Farrington et al. 1996).</summary>
    public double Anscombe(int row, double dispersion)
    {
        double[] x = [.. _columns.Select(column => column[row])];
        var leverage = _working[row] * Variance(x);
        var raw = 1.5 * (double.Cbrt(_counts[row] * _counts[row]) * double.Pow(Means[row], -1.0 / 6) - double.Sqrt(Means[row]));
        return raw / double.Sqrt(dispersion * double.Max(1e-12, 1 - leverage));
    }

    private bool Solve()
    {
        if (!_counts.Any(count => count > 0))
            return false;
        for (var row = 0; row < Means.Length; row++)
            Means[row] = _counts[row] + 0.1;
        var before = Deviance();
        for (var round = 0; round < MostSteps; round++)
        {
            if (!Step())
                return false;
            var after = Deviance();
            if (double.Abs(after - before) / (double.Abs(after) + 0.1) < Settled)
            {
                for (var row = 0; row < Means.Length; row++)
                    Dispersion += _working[row] * double.Pow(_counts[row] / Means[row] - 1, 2) / Freedom;
                return double.IsFinite(Dispersion);
            }

            before = after;
        }

        return false;
    }

    private bool Step()
    {
        var size = _columns.Length;
        Array.Clear(Coefficients);
        Array.Clear(_factor);
        for (var row = 0; row < Means.Length; row++)
        {
            _working[row] = _weights[row] * Means[row];
            var response = double.Log(Means[row]) + _counts[row] / Means[row] - 1;
            for (var i = 0; i < size; i++)
            {
                Coefficients[i] += _working[row] * _columns[i][row] * response;
                for (var j = 0; j <= i; j++)
                    _factor[i * size + j] += _working[row] * _columns[i][row] * _columns[j][row];
            }
        }

        if (!Cholesky.Factor(_factor, size))
            return false;
        Cholesky.Solve(_factor, size, Coefficients);
        for (var row = 0; row < Means.Length; row++)
        {
            double predictor = 0;
            for (var i = 0; i < size; i++)
                predictor += _columns[i][row] * Coefficients[i];
            Means[row] = double.Exp(predictor);
        }

        return true;
    }

    private double Deviance()
    {
        double sum = 0;
        for (var row = 0; row < Means.Length; row++)
            sum += 2 * _weights[row] * ((_counts[row] > 0 ? _counts[row] * double.Log(_counts[row] / Means[row]) : 0) - (_counts[row] - Means[row]));
        return sum;
    }
}
