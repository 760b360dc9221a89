using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>
/// The cheapest sufficient suppressions, by branch and bound over broken demands: one of a demand's choices must be hidden, so each is tried with those
/// before it held shown. It ends with the least cost and its proof, or at its limit with the best that was found.
/// </summary>
internal sealed class LeastSuppression(Attacker attacker, CutPool pool, double[] costs, GreedySuppression desk, int mostSteps)
{
    private readonly bool[] _shown = new bool[costs.Length];
    private bool[] _best = [.. attacker.IsHidden];
    private int _steps;

    /// <summary>Of the best so far.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether every branch was followed or ruled out.</summary>
    public bool IsComplete => _steps <= mostSteps;

    /// <summary>Begins with what is hidden in the attacker as the best so far, and leaves the best hidden there.</summary>
    public void Run()
    {
        Cost = CostOf(_best);
        foreach (var unknown in Choices())
            attacker.Show(unknown);
        Branch(0);
        foreach (var unknown in Choices().Where(unknown => _best[unknown]))
            attacker.Hide(unknown);
    }

    private void Branch(double cost)
    {
        if (++_steps > mostSteps || cost + pool.LeastFurtherCost(attacker.IsHidden, _shown) >= Cost - 1e-6)
            return;
        var cut = pool.FirstUnmet(attacker.IsHidden);
        if (cut is null && (cut = desk.Broken()) is not null)
            pool.Add(cut);
        if (cut is null)
        {
            (Cost, _best) = (cost, [.. attacker.IsHidden]);
            return;
        }

        int[] open = [.. Enumerable.Range(0, cut.Choices.Length).OrderByDescending(i => cut.Weights[i] / costs[cut.Choices[i]])
            .Select(i => cut.Choices[i]).Where(choice => !attacker.IsHidden[choice] && !_shown[choice])];
        foreach (var choice in open)
        {
            attacker.Hide(choice);
            Branch(cost + costs[choice]);
            attacker.Show(choice);
            _shown[choice] = true;
        }

        foreach (var choice in open)
            _shown[choice] = false;
    }

    private IEnumerable<int> Choices() => Enumerable.Range(0, costs.Length).Where(i => attacker.Unknowns.All[i].IsPrinted && !attacker.Unknowns.Small[i]);

    private double CostOf(bool[] hidden) => Choices().Where(unknown => hidden[unknown]).Sum(unknown => costs[unknown]);
}
