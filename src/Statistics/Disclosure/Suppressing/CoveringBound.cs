using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>
/// What meeting all demands costs at least, with each demand at a price instead of as a rule (Lagrange): whatever the prices, no choice of hidden
/// figures costs less than the sum says. Prices follow the subgradient with Polyak's step (1969); the best of all rounds is the bound.
/// </summary>
internal static class CoveringBound
{
    private const int Rounds = 500;
    private const int Patience = 15;

    /// <param name="cuts">The demands.</param>
    /// <param name="costs">By unknown.</param>
    /// <param name="reached">The cost of a choice that meets them all.</param>
    public static double Of(IReadOnlyList<Cut> cuts, double[] costs, double reached)
    {
        var (prices, left, slack) = (new double[cuts.Count], new double[costs.Length], new double[cuts.Count]);
        double best = 0, scale = 1;
        for (var (round, stalled) = (0, 0); round < Rounds; round++)
        {
            costs.CopyTo(left, 0);
            double value = 0;
            for (var c = 0; c < cuts.Count; c++)
            {
                value += prices[c] * cuts[c].Need;
                for (var i = 0; prices[c] > 0 && i < cuts[c].Choices.Length; i++)
                    left[cuts[c].Choices[i]] -= prices[c] * cuts[c].Weights[i];
            }

            // What would pay for itself is hidden.
            foreach (var cost in left)
                value += double.Min(0, cost);
            stalled = value > best + 1e-9 ? 0 : stalled + 1;
            best = double.Max(best, value);
            if (stalled >= Patience)
                (scale, stalled) = (scale / 2, 0);
            double norm = 0;
            for (var c = 0; c < cuts.Count; c++)
            {
                slack[c] = cuts[c].Need;
                for (var i = 0; i < cuts[c].Choices.Length; i++)
                    slack[c] -= left[cuts[c].Choices[i]] < 0 ? cuts[c].Weights[i] : 0;
                norm += slack[c] * slack[c];
            }

            if (norm == 0 || reached <= best)
                break;
            for (var c = 0; c < cuts.Count; c++)
                prices[c] = double.Max(0, prices[c] + scale * (reached - value) / norm * slack[c]);
        }

        return double.Min(best, reached);
    }
}
