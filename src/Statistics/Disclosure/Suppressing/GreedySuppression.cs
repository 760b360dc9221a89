using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>
/// Sufficient suppressions that need not be the cheapest: meets each broken demand with what gives most for its cost, and then takes back what turned
/// out not to be needed.
/// </summary>
internal sealed class GreedySuppression(Attacker attacker, CutPool pool, double[] costs, int[] more, CancellationToken cancel)
{
    private readonly List<int> _targets = [.. attacker.Unknowns.Targets];
    private readonly bool[] _hidden = attacker.IsHidden;

    /// <summary>Hides in the attacker, from what is hidden already.</summary>
    public void Run()
    {
        List<int> chosen = [];
        while (Broken() is { } cut)
        {
            pool.Add(cut);
            while (!cut.IsMet(_hidden))
            {
                var best = Enumerable.Range(0, cut.Choices.Length).Where(i => !_hidden[cut.Choices[i]])
                    .MaxBy(i => cut.Weights[i] / costs[cut.Choices[i]]);
                attacker.Hide(cut.Choices[best]);
                chosen.Add(cut.Choices[best]);
            }
        }

        foreach (var choice in chosen.OrderByDescending(choice => costs[choice]).ToList())
        {
            attacker.Show(choice);
            if (pool.FirstUnmet(_hidden) is null)
            {
                if (Broken() is not { } cut)
                    continue;
                pool.Add(cut);
            }

            attacker.Hide(choice);
        }
    }

    /// <summary>The first demand that is not met; who was weak last time is asked first.</summary>
    public Cut? Broken()
    {
        for (var i = 0; i < _targets.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var target = _targets[i];
            if (attacker.Breach(target, more[target]) is { } cut)
            {
                _targets.RemoveAt(i);
                _targets.Insert(0, target);
                return cut;
            }
        }

        return null;
    }
}
