using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>
/// Regression whose noise is a seasonal autoregression, ARIMA(1,0,0)(1,0,0)ₛ (Box and Tiao 1975 for interventions), by exact maximum likelihood: for every φ and Φ the
/// coefficients are those of least squares on the whitened columns. Errors are conditional on φ and Φ, as usual.
/// </summary>
public sealed class AutoregressiveRegression
{
    private static readonly (double, double)[] Starts = [(0.1, 0.1), (0.6, 0.1), (0.1, 0.6), (0.6, 0.6), (-0.3, 0.1)];
    private readonly IReadOnlyList<double[]> _columns;
    private readonly double[] _response;
    private readonly AutoregressiveNoise _noise;
    private readonly double[][] _white;
    private readonly double[] _factor;

    private AutoregressiveRegression(IReadOnlyList<double[]> columns, double[] response, int period)
    {
        (_columns, _response, _noise) = (columns, response, new AutoregressiveNoise(period));
        _white = [.. columns.Select(_ => new double[response.Length])];
        _factor = new double[columns.Count * columns.Count];
        Innovations = new double[response.Length];
        Coefficients = new double[columns.Count];
    }

    /// <summary>In the columns' order.</summary>
    public double[] Coefficients { get; }

    /// <summary>Their standard errors.</summary>
    public double[] Errors { get; private set; } = [];

    /// <summary>φ.</summary>
    public double Near { get; private set; }

    /// <summary>Φ.</summary>
    public double Seasonal { get; private set; }

    /// <summary>The standard deviation of e, by maximum likelihood.</summary>
    public double Deviation { get; private set; }

    /// <summary>The natural logarithm of the likelihood at its highest.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>What was left of each time.</summary>
    public double[] Innovations { get; }

    /// <summary>Fits it.</summary>
    /// <param name="columns">Each as long as the response; a constant among them where one is wanted.</param>
    /// <param name="response">By time.</param>
    /// <param name="period">s: times in a year, 2 or more.</param>
    /// <exception cref="ArgumentException">Columns depend on each other, or there are too few times.</exception>
    public static AutoregressiveRegression Fit(IReadOnlyList<double[]> columns, double[] response, int period)
    {
        if (period < 2 || columns.Count == 0 || response.Length <= columns.Count + period + 1 || columns.Any(column => column.Length != response.Length))
            throw new ArgumentException("The period is 2 or more, every column as long as the response, and there are more times than columns and a period.", nameof(columns));
        var fit = new AutoregressiveRegression(columns, response, period);
        var best = Starts.Select(start => NelderMead.Minimize(fit.Height, [Angle(start.Item1), Angle(start.Item2)], 0.2)).MinBy(fit.Height)!;
        if (!double.IsFinite(fit.Height(best)))
            throw new ArgumentException("Columns depend on each other: leave a covariate, waves or the slope out.", nameof(columns));
        fit.Finish();
        return fit;
    }

    // Minus twice the log-likelihood, but for a constant; the angle keeps φ and Φ between -1 and 1.
    private double Height(double[] angles)
    {
        (Near, Seasonal) = (Share(angles[0]), Share(angles[1]));
        _noise.Set(Near, Seasonal);
        var size = Coefficients.Length;
        for (var i = 0; i < size; i++)
            _noise.Whiten(_columns[i], _white[i]);
        _noise.Whiten(_response, Innovations);
        for (var i = 0; i < size; i++)
        {
            Coefficients[i] = Product(_white[i], Innovations);
            for (var j = 0; j <= i; j++)
                _factor[i * size + j] = Product(_white[i], _white[j]);
        }

        if (!Cholesky.Factor(_factor, size))
            return double.PositiveInfinity;
        Cholesky.Solve(_factor, size, Coefficients);
        for (var i = 0; i < size; i++)
        {
            for (var t = 0; t < Innovations.Length; t++)
                Innovations[t] -= Coefficients[i] * _white[i][t];
        }

        var height = Innovations.Length * Elementary.Log(Product(Innovations, Innovations)) + _noise.LogDeterminant;
        // Where an angle is so large that its share rounds to 1, there is no stationary noise.
        return double.IsFinite(height) ? height : double.PositiveInfinity;
    }

    private void Finish()
    {
        var (size, times) = (Coefficients.Length, Innovations.Length);
        Deviation = double.Sqrt(Product(Innovations, Innovations) / times);
        LogLikelihood = -0.5 * (times * (1 + Elementary.Log(2 * double.Pi * Deviation * Deviation)) + _noise.LogDeterminant);
        Errors = new double[size];
        var unit = new double[size];
        for (var i = 0; i < size; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            Cholesky.Solve(_factor, size, unit);
            Errors[i] = Deviation * double.Sqrt(unit[i]);
        }
    }

    private static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (var t = 0; t < one.Length; t++)
            sum += one[t] * other[t];
        return sum;
    }

    private static double Angle(double share) => 0.5 * (Elementary.Log(1 + share) - Elementary.Log(1 - share));

    private static double Share(double angle) => 1 - 2 / (Elementary.Exp(2 * angle) + 1);
}
