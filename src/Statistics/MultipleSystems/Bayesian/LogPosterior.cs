using System.Numerics;
using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>The log posterior of a log-linear model with independent normal priors, up to a constant. One for each thread.</summary>
internal sealed class LogPosterior
{
    private readonly CellCounts _counts;
    private readonly double[] _cells;
    private readonly double[] _stars;

    /// <param name="counts">What was seen.</param>
    /// <param name="model">The terms.</param>
    /// <param name="varianceOfInteractions">Above 0.</param>
    public LogPosterior(CellCounts counts, LoglinearModel model, double varianceOfInteractions)
    {
        _counts = counts;
        Terms = model.Terms.ToArray();
        Precision = [.. Terms.Select(term => 1 / (BitOperations.PopCount((uint)term) >= 2 ? varianceOfInteractions : ThresholdingOptions.VarianceOfTheRest))];
        _cells = new double[counts.Cells.Length];
        _stars = new double[counts.Cells.Length];
    }

    /// <summary>The terms by mask, the constant last.</summary>
    public int[] Terms { get; }

    public double[] Precision { get; }

    /// <summary>Expected overlaps at the last point, by mask.</summary>
    public ReadOnlySpan<double> ExpectedOverlaps => _stars;

    public ReadOnlySpan<double> Overlaps => _counts.Overlaps;

    /// <summary>At a point, in the order of the terms.</summary>
    public double At(ReadOnlySpan<double> alpha)
    {
        _cells.AsSpan().Clear();
        double sum = 0;
        for (var i = 0; i < Terms.Length; i++)
        {
            _cells[Terms[i]] = alpha[i];
            sum += alpha[i] * (_counts.Overlaps[Terms[i]] - 0.5 * Precision[i] * alpha[i]);
        }

        Lattice.SumOverSubsets(_cells);
        Elementary.Exp(_cells, _stars);
        _stars[0] = 0;
        Lattice.SumOverSupersets(_stars);
        return sum - _stars[0];
    }
}
