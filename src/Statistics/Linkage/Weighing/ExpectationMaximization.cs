namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>How the model is fitted.</summary>
/// <param name="KeepU">Whether u stays as it begins (taken from random pairs).</param>
/// <param name="Kept">Comparisons, one bit each, that are left out: the blocking made them equal, so they say nothing.</param>
/// <param name="Tolerance">It stops when no parameter moved further.</param>
/// <param name="MostSteps">Or after so many steps.</param>
/// <param name="Smoothing">Pairs added to each level of each comparison, so that no level becomes impossible.</param>
public sealed record EmOptions(bool KeepU = true, int Kept = 0, double Tolerance = 1e-4, int MostSteps = 200, double Smoothing = 0);

/// <param name="Model">Where it stopped.</param>
/// <param name="LogLikelihood">Of the counts under it.</param>
/// <param name="Steps">How many were taken.</param>
public sealed record EmFit(MatchModel Model, double LogLikelihood, int Steps);

/// <summary>
/// Fits the model to counts of patterns without knowing which pairs are of one person (Dempster, Laird and Rubin 1977; Winkler 1988; over patterns as in
/// Enamorado, Fifield and Imai 2019). A missing value leaves its comparison out of the pair, which is right where values are missing at random.
/// </summary>
public static class ExpectationMaximization
{
    /// <param name="counts">How many pairs show each pattern, in an order that is the same every time.</param>
    /// <param name="start">Where it begins; a level whose m and u are both 0 stays so.</param>
    /// <param name="options">What is held, and when it stops.</param>
    public static EmFit Fit(IReadOnlyList<KeyValuePair<ulong, double>> counts, MatchModel start, EmOptions options)
    {
        var (model, steps, moved) = (start, 0, double.PositiveInfinity);
        while (moved >= options.Tolerance && steps < options.MostSteps)
        {
            var next = Step(counts, model, options);
            moved = Moved(model, next);
            model = next;
            steps++;
        }

        return new EmFit(model, counts.Sum(row => row.Value == 0 ? 0 : row.Value * double.Log(Likelihood(row.Key, model, options.Kept, out _))), steps);
    }

    /// <summary>The probability of a pattern, and of how much of it are pairs of one person.</summary>
    private static double Likelihood(ulong pattern, MatchModel model, int kept, out double share)
    {
        var (one, two) = (model.Lambda, 1 - model.Lambda);
        for (var slot = 0; slot < model.M.Length; slot++)
        {
            var level = LevelPattern.At(pattern, slot);
            if (level == LevelPattern.Missing || (kept >> slot & 1) != 0)
                continue;
            one *= model.M[slot][level];
            two *= model.U[slot][level];
        }

        share = one + two > 0 ? one / (one + two) : 0;
        return one + two;
    }

    private static MatchModel Step(IReadOnlyList<KeyValuePair<ulong, double>> counts, MatchModel model, EmOptions options)
    {
        double[][] m = Empty(model.M, options.Smoothing), u = Empty(model.U, options.Smoothing);
        double ofOne = 0, all = 0;
        foreach (var (pattern, pairs) in counts)
        {
            Likelihood(pattern, model, options.Kept, out var share);
            ofOne += pairs * share;
            all += pairs;
            for (var slot = 0; slot < m.Length; slot++)
            {
                var level = LevelPattern.At(pattern, slot);
                m[slot][level] += pairs * share;
                u[slot][level] += pairs * (1 - share);
            }
        }

        for (var slot = 0; slot < m.Length; slot++)
        {
            var isKept = (options.Kept >> slot & 1) != 0;
            m[slot] = isKept ? model.M[slot] : Shares(m[slot], model.M[slot]);
            u[slot] = isKept || options.KeepU ? model.U[slot] : Shares(u[slot], model.U[slot]);
        }

        return new MatchModel(double.Clamp(ofOne / all, 1e-12, 1 - 1e-12), m, u);
    }

    private static double[][] Empty(double[][] like, double smoothing) =>
        [.. like.Select(levels => levels.Select((value, level) => level > 0 && value > 0 ? smoothing : 0).ToArray())];

    private static double[] Shares(double[] sums, double[] otherwise)
    {
        var total = sums.Skip(1).Sum();
        return total > 0 ? [.. sums.Select((sum, level) => level == LevelPattern.Missing ? 0 : sum / total)] : otherwise;
    }

    private static double Moved(MatchModel one, MatchModel next)
    {
        var moved = double.Abs(one.Lambda - next.Lambda);
        for (var slot = 0; slot < one.M.Length; slot++)
        {
            for (var level = 1; level < one.M[slot].Length; level++)
                moved = double.Max(moved, double.Max(double.Abs(one.M[slot][level] - next.M[slot][level]), double.Abs(one.U[slot][level] - next.U[slot][level])));
        }

        return moved;
    }
}
