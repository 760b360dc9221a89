using System.Numerics;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>Log marginal likelihoods of a set of lists under the hyper-Dirichlet prior (Dawid and Lauritzen 1993), for runs of the number of unseen.</summary>
internal sealed class GraphScores
{
    private readonly OverlapTable _table;
    private readonly double _delta;
    private readonly double[] _fixed;
    private readonly int[] _outside;

    public GraphScores(OverlapTable table, double delta)
    {
        (_table, _delta) = (table, delta);
        var sets = 1 << table.Lists.Count;
        _fixed = new double[sets];
        _outside = new int[sets];
        for (var set = 1; set < sets; set++)
        {
            var each = CasesInEach(set);
            var none = LogGamma.Of(each);
            var marginal = new int[sets];
            for (var history = 1; history < sets; history++)
                marginal[history & set] += table.Counts[history];
            _outside[set] = marginal[0];
            _fixed[set] = -none;
            for (var cell = 1; cell < sets; cell++)
                _fixed[set] += (cell & ~set) == 0 ? LogGamma.Of(each + marginal[cell]) - none : 0;
        }
    }

    /// <summary>The part of one set of lists: all cells but the one outside of the set, and that one with <paramref name="firstMissing"/> and more unseen.</summary>
    public void Fill(int set, int firstMissing, Span<double> scores)
    {
        var each = CasesInEach(set);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = _fixed[set] + LogGamma.Of(each + _outside[set] + firstMissing + i);
    }

    /// <summary>What every set has in common: -ln Γ(A + N), A the prior's cases.</summary>
    public void FillCommon(int firstMissing, Span<double> scores)
    {
        var all = _delta * _fixed.Length;
        for (var i = 0; i < scores.Length; i++)
            scores[i] = LogGamma.Of(all) - LogGamma.Of(all + _table.Total + firstMissing + i);
    }

    /// <summary>The multinomial term and the prior 1/N, without what does not depend on the unseen.</summary>
    public void FillPrior(int firstMissing, Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            double missing = firstMissing + i;
            scores[i] = LogGamma.OfFactorial(_table.Total + missing) - LogGamma.OfFactorial(missing) - Elementary.Log(_table.Total + missing);
        }
    }

    private double CasesInEach(int set) => _delta * (1 << (_table.Lists.Count - BitOperations.PopCount((uint)set)));
}
