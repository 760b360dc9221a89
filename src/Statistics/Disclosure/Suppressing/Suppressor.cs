using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>
/// Primary and complementary suppression of linked tables: small figures go, and as many others as it takes that no outsider derives a small count. Greedy
/// first, then the search for the least cost; whatever was chosen is attacked once more before it is called safe.
/// </summary>
public static class Suppressor
{
    /// <summary>Chooses what is not printed.</summary>
    /// <param name="table">The truth.</param>
    /// <param name="figures">What is to be printed: <see cref="CountTable.Figures"/>, the figure of all people among them.</param>
    /// <param name="options">What must not be learnt, and how long is searched.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArgumentException">Wrong options, or a table too large to be checked.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Suppression Run(CountTable table, IReadOnlyList<Figure> figures, SuppressionOptions options, CancellationToken cancel)
    {
        options.Protection.Check();
        var unknowns = new Unknowns(table, figures, [], options.Protection);
        double[] costs = [.. unknowns.All.Select(unknown => options.Cost == SuppressionCost.Figures ? unknown.Figures.Count : (double)unknown.Count * unknown.Figures.Count)];
        var more = new int[costs.Length];
        double? proved = null;
        while (true)
        {
            var (attacker, cost, lowest) = Choose(unknowns, options, costs, more, cancel);
            // Asked for more, a suppression costs no less: what was proved at first holds.
            proved ??= lowest;
            var weak = Weak(attacker, options.Protection, cancel);
            // Rounding inwards to whole numbers can take up to two from a width: those are asked for more, and all is chosen anew.
            if (weak.Count == 0 || weak.Any(unknown => more[unknown] >= 3))
                return Result(attacker, figures, cost, proved.Value, weak);
            foreach (var unknown in weak)
                more[unknown]++;
        }
    }

    private static (Attacker Attacker, double Cost, double Lowest) Choose(Unknowns unknowns, SuppressionOptions options, double[] costs, int[] more, CancellationToken cancel)
    {
        var attacker = new Attacker(unknowns, options.Protection);
        foreach (var target in unknowns.Targets)
            attacker.Hide(target);
        var pool = new CutPool(costs);
        var greedy = new GreedySuppression(attacker, pool, costs, more, cancel);
        greedy.Run();
        var search = new LeastSuppression(attacker, pool, costs, greedy, options.MostSteps);
        search.Run();
        var lowest = search.IsComplete ? search.Cost : CoveringBound.Of(pool.Cuts, costs, search.Cost);
        return (attacker, search.Cost, lowest);
    }

    private static List<int> Weak(Attacker attacker, Protection protection, CancellationToken cancel)
    {
        List<int> weak = [];
        foreach (var target in attacker.Unknowns.Targets)
        {
            cancel.ThrowIfCancellationRequested();
            if (!protection.Suffices(attacker.Derive(target)))
                weak.Add(target);
        }

        return weak;
    }

    private static Suppression Result(Attacker attacker, IReadOnlyList<Figure> figures, double cost, double lowest, List<int> weak)
    {
        var unknowns = attacker.Unknowns;
        Dictionary<int, Derivable> derived = [];
        List<SuppressedFigure> rows = [];
        for (var i = 0; i < figures.Count; i++)
        {
            var unknown = unknowns.Of[i];
            if (unknown < 0 || !attacker.IsHidden[unknown])
                rows.Add(new SuppressedFigure(figures[i], FigureStatus.Published, new Derivable(figures[i].Count, figures[i].Count)));
            else
            {
                if (!derived.TryGetValue(unknown, out var known))
                    derived[unknown] = known = attacker.Derive(unknown);
                rows.Add(new SuppressedFigure(figures[i], unknowns.Small[unknown] ? FigureStatus.Primary : FigureStatus.Complementary, known));
            }
        }

        return new Suppression(rows, cost, lowest, [.. weak.Select(unknown =>
            unknowns.All[unknown].IsPrinted ? figures[unknowns.All[unknown].Figures[0]].ToString() : "a combination that no table prints")]);
    }
}
