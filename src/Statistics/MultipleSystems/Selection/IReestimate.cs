using Amparo.Statistics.MultipleSystems.Fitting;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Estimates from other counts of the same table, choosing the model anew each time. One for each thread.</summary>
internal interface IReestimate
{
    /// <summary>Fills in the estimates; not-a-number where these counts allow none.</summary>
    void Estimate(CellCounts counts, Span<double> estimates);
}
