using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>Interrupted time series of logarithms with seasonal autoregressive noise: for large counts whose neighbours in time are strongly correlated.</summary>
public static class InterruptedLogarithms
{
    /// <summary>Fits it; intervals and p-values are of the normal distribution.</summary>
    /// <param name="series">Counts above 0, without a control.</param>
    /// <param name="options">What the regression holds; its errors and lags are not used.</param>
    /// <exception cref="ArgumentException">A count is 0, a control is given, or there are too few times.</exception>
    public static InterruptedResult Fit(InterruptedSeries series, InterruptedOptions options)
    {
        series.Check(options);
        if (series.Control is not null)
            throw new ArgumentException("A control is for counts; logarithms take it as a covariate.", nameof(series));
        if (series.Counts.Any(count => count <= 0))
            throw new ArgumentException("A time without cases has no logarithm: take the model of counts.", nameof(series));
        var design = InterruptedDesign.Of(series, options);
        double[] response = [.. series.Counts.Select((count, t) => Elementary.Log(count / (series.Population?[t] ?? 1)))];
        var fit = AutoregressiveRegression.Fit(design.Columns, response, options.Period);
        var width = Normal.Quantile(0.5 + options.Level / 2);
        var terms = design.Names.Select((name, i) =>
        {
            var (estimate, error) = (fit.Coefficients[i], fit.Errors[i]);
            return new EffectTerm(name, estimate, error, estimate - width * error, estimate + width * error, 2 * Normal.Below(-double.Abs(estimate) / error));
        });
        var residuals = LjungBox.Of(fit.Innovations, int.Max(4, SegmentedRegression.UsualResidualLags(response.Length, options.Period)), 2);
        return new InterruptedResult([.. terms], fit.Deviation, null, residuals, series.Counts.Skip(series.From - 1).Sum(), null, (fit.Near, fit.Seasonal));
    }
}
