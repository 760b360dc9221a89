using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>The demands found so far, and what meeting them must at least cost.</summary>
internal sealed class CutPool(double[] costs)
{
    private readonly List<Cut> _cuts = [];
    private readonly double[] _left = new double[costs.Length];

    public IReadOnlyList<Cut> Cuts => _cuts;

    public void Add(Cut cut) => _cuts.Add(cut);

    public Cut? FirstUnmet(ReadOnlySpan<bool> hidden)
    {
        foreach (var cut in _cuts)
        {
            if (!cut.IsMet(hidden))
                return cut;
        }

        return null;
    }

    /// <summary>
    /// What must still be paid where some are hidden and some stay shown: a feasible solution of the dual of the covering programme, made by raising one
    /// price after the other. Infinite where a demand can no longer be met.
    /// </summary>
    public double LeastFurtherCost(ReadOnlySpan<bool> hidden, ReadOnlySpan<bool> shown)
    {
        costs.CopyTo(_left, 0);
        double sum = 0;
        foreach (var cut in _cuts)
        {
            var (need, within) = (cut.Need, 0.0);
            for (var i = 0; i < cut.Choices.Length; i++)
                need -= hidden[cut.Choices[i]] ? cut.Weights[i] : 0;
            if (need <= 1e-6)
                continue;
            var price = double.PositiveInfinity;
            for (var i = 0; i < cut.Choices.Length; i++)
            {
                var choice = cut.Choices[i];
                if (hidden[choice] || shown[choice])
                    continue;
                within += cut.Weights[i];
                price = double.Min(price, _left[choice] / double.Min(cut.Weights[i], need));
            }

            if (within < need - 1e-6)
                return double.PositiveInfinity;
            for (var i = 0; i < cut.Choices.Length; i++)
            {
                if (!hidden[cut.Choices[i]] && !shown[cut.Choices[i]])
                    _left[cut.Choices[i]] -= price * double.Min(cut.Weights[i], need);
            }

            sum += price * need;
        }

        return sum;
    }
}
