using System.Runtime.Intrinsics;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>One thread's place to weigh every graph over one stretch of the number of unseen; allocates nothing while it does.</summary>
internal sealed class GraphDesk
{
    private readonly (int Set, int Times)[][] _parts;
    private readonly double[][] _sets;
    private readonly double[] _prior;
    private readonly double[] _common;
    private readonly double[] _score;

    public GraphDesk(IReadOnlyList<DecomposableGraph> graphs, int stretch)
    {
        _parts = [.. graphs.Select(graph => graph.Parts.Select(part => (part.Key, part.Value)).ToArray())];
        _sets = [.. Enumerable.Range(0, 1 << graphs[0].Lists).Select(_ => new double[stretch])];
        (_prior, _common, _score) = (new double[stretch], new double[stretch], new double[stretch]);
    }

    /// <summary>Fills in the density (sum over graphs) and each graph's weight and weighted missing, all in units of e to the highest score, which it returns.</summary>
    public double Weigh(GraphScores scores, int missing, Span<double> density, double[] weights, double[] means)
    {
        var length = density.Length;
        scores.FillPrior(missing, _prior.AsSpan(0, length));
        scores.FillCommon(missing, _common.AsSpan(0, length));
        for (var set = 1; set < _sets.Length; set++)
            scores.Fill(set, missing, _sets[set].AsSpan(0, length));
        var highest = double.NegativeInfinity;
        foreach (var graph in _parts)
        {
            Score(graph, length);
            for (var i = 0; i < length; i++)
                highest = double.Max(highest, _score[i]);
        }

        density.Clear();
        for (var g = 0; g < _parts.Length; g++)
        {
            Score(_parts[g], length);
            for (var i = 0; i < length; i++)
                _score[i] -= highest;
            Elementary.Exp(_score.AsSpan(0, length), _score);
            double weight = 0, moment = 0;
            for (var i = 0; i < length; i++)
            {
                density[i] += _score[i];
                weight += _score[i];
                moment += _score[i] * (missing + i);
            }

            (weights[g], means[g]) = (weight, moment);
        }

        return highest;
    }

    private void Score((int Set, int Times)[] graph, int length)
    {
        _prior.AsSpan(0, length).CopyTo(_score);
        foreach (var (set, times) in graph)
        {
            Add(_sets[set], times, length);
            Add(_common, times, length);
        }
    }

    private void Add(double[] what, int times, int length)
    {
        var factor = Vector256.Create((double)times);
        var i = 0;
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
            (Vector256.Create(_score, i) + factor * Vector256.Create(what, i)).CopyTo(_score, i);
        for (; i < length; i++)
            _score[i] += times * what[i];
    }
}
