using System.Collections.Concurrent;
using Amparo.Statistics.Linkage.Blocking;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Statistics.Linkage;

/// <summary>What was learned from a table, with its records and their index: scores any pair, explains it, and finds the likeliest of a record that is not in it.</summary>
public sealed class LinkageModel
{
    private readonly RecordCoder _coder;
    private readonly object?[][] _codes;
    private readonly ICandidateFinder _finder;
    private readonly ConcurrentBag<BlockingDesk> _desks = [];

    internal LinkageModel(RecordCoder coder, object?[][] codes, ICandidateFinder finder, PairWeights weights)
    {
        (_coder, _codes, _finder, Weights) = (coder, codes, finder, weights);
    }

    /// <summary>λ, m and u.</summary>
    public MatchModel Model => Weights.Model;

    /// <summary>Each comparison with its levels, and m and u of each.</summary>
    public IReadOnlyList<ComparisonWeights> Comparisons =>
        [.. Weights.Slots.Select((slot, at) => new ComparisonWeights(slot.Name, [.. slot.Levels.Skip(1)], [.. Model.M[at].Skip(1)], [.. Model.U[at].Skip(1)]))];

    internal PairWeights Weights { get; }

    /// <summary>log2 of the odds that two records of the table, by place from 0, are one person.</summary>
    public double Score(int one, int other) => Score(_codes[one], _codes[other]);

    /// <summary>Why two records of the table have their score.</summary>
    public Waterfall Explain(int one, int other) => Explain(_codes[one], _codes[other]);

    /// <summary>The records of the table that a new one may be, the likeliest first; scored as if it were in the table, by what the table taught.</summary>
    /// <param name="row">Its cells, in the table's columns.</param>
    /// <param name="probability">From which on they are told.</param>
    public IReadOnlyList<LinkedPair> Search(IReadOnlyList<string> row, double probability = 0.5)
    {
        var code = _coder.Code([.. row], learns: false);
        List<LinkedPair> found = [];
        var desk = _desks.TryTake(out var idle) ? idle : new BlockingDesk(_codes.Length);
        _finder.Find(code, _codes.Length, desk, (record, _) =>
        {
            var score = Score(_codes[record], code);
            if (MatchModel.Probability(score) >= probability)
                found.Add(new LinkedPair(record, _codes.Length, score));
        });
        _desks.Add(desk);
        return [.. found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One)];
    }

    /// <summary>Why a new record has its score with one of the table.</summary>
    /// <param name="record">Of the table, from 0.</param>
    /// <param name="row">The new one's cells.</param>
    public Waterfall Explain(int record, IReadOnlyList<string> row) => Explain(_codes[record], _coder.Code([.. row], learns: false));

    /// <summary>Whether a rule brings the two records of the table together.</summary>
    public bool AreCandidates(int one, int other)
    {
        var isFound = false;
        _finder.Find(_codes[int.Max(one, other)], int.Max(one, other), new BlockingDesk(_codes.Length), (record, _) => isFound |= record == int.Min(one, other));
        return isFound;
    }

    private double Score(object?[] one, object?[] other)
    {
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        _coder.Compare(one, other, readings);
        return Weights.Score(readings);
    }

    private Waterfall Explain(object?[] one, object?[] other)
    {
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        _coder.Compare(one, other, readings);
        List<WaterfallStep> steps = [new("prior", "before anything is compared", Model.Prior, 0)];
        for (var slot = 0; slot < Weights.Slots.Count; slot++)
        {
            var (of, reading) = (Weights.Slots[slot], readings[slot]);
            steps.Add(new WaterfallStep(of.Name, of.Levels[reading.Level], Model.Bits(slot, reading.Level), Weights.Rarity(slot, reading)));
        }

        return new Waterfall(Weights.Score(readings), steps);
    }
}
