using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Fits the same models to other counts. Entry k of the estimates is that of the best among the first k + 1: one pass gives the interval for every number of competitors.</summary>
internal sealed class BestByBic(LoglinearModel[] models, double[][] starts) : IReestimate
{
    private readonly LoglinearFitter _fitter = new(models[0].Lists);

    public void Estimate(CellCounts counts, Span<double> estimates)
    {
        var (best, estimate, logTotal) = (double.PositiveInfinity, double.NaN, Elementary.Log(counts.Total));
        for (var k = 0; k < models.Length; k++)
        {
            // Σ ln N! is the same for all.
            if (_fitter.Fit(counts, models[k].Terms, starts[k]) == 0 && models[k].Parameters * logTotal - 2 * _fitter.LogLikelihood is var bic && bic < best)
                (best, estimate) = (bic, counts.Total + _fitter.Unseen);
            estimates[k] = estimate;
        }
    }
}
