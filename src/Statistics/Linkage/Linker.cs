using Amparo.Statistics.Linkage.Blocking;
using Amparo.Statistics.Linkage.Clustering;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Linkage.Weighing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage;

/// <summary>Links the records of a table: learns the model from them, scores the pairs that the rules bring, and puts records together.</summary>
public static class Linker
{
    private const double Lowest = -20;

    /// <param name="table">Two records or more.</param>
    /// <param name="options">Thresholds and the seed.</param>
    /// <param name="running">Cores and stopping; neither changes a result.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LinkageResult Link(RecordTable table, LinkageOptions options, Running running)
    {
        RecordCoder coder = new(table);
        var codes = coder.Learn();
        YearOfAges.Learn(coder, codes);
        return Link(coder, codes, new BlockingIndex(coder, codes, running), options, running);
    }

    internal static LinkageResult Link(RecordCoder coder, object?[][] codes, ICandidateFinder finder, LinkageOptions options, Running running)
    {
        Sources sources = new(codes.Length, options.LaterFiles);
        var areFew = sources.Pairs <= options.RandomPairs;
        var candidates = areFew ? Candidates.All(coder, codes, sources, running) : Candidates.By(finder, coder, codes, sources, running);
        var random = areFew ? candidates.Counts : RandomPairs.Draw(coder, codes, sources, options, running);
        var model = new ModelLearning(coder.Slots, random, candidates.Counts, sources.Pairs)
            .Learn(TrainingBlock.All(coder, codes, sources, options.Seed), codes.Length / 4.0, running);
        LinkageModel learned = new(coder, codes, finder, new PairWeights(model, coder.Slots, codes.Length));
        var pairs = Score(candidates, learned, options, running);
        var edges = pairs.Where(pair => MatchModel.Probability(pair.Score) >= options.Threshold);
        var clusters = new Clusters(codes.Length, new Judge(coder, codes, learned.Weights, sources)).Join(edges);
        return new LinkageResult(learned, candidates.Yields, areFew ? 0 : finder.PassedOver, pairs, clusters);
    }

    private static List<LinkedPair> Score(Candidates candidates, LinkageModel learned, LinkageOptions options, Running running)
    {
        var scores = candidates.Counts.ToDictionary(row => row.Key, row => learned.Weights.Table.Of(row.Key));
        var kept = new List<LinkedPair>[candidates.Pieces.Length];
        var lowest = double.Log2(options.Review / (1 - options.Review));
        running.Each(kept.Length, () => 0, (piece, _) =>
        {
            kept[piece] = [];
            foreach (var pair in candidates.Pieces[piece])
            {
                if (scores[pair.Pattern] < Lowest)
                    continue;
                var score = learned.Score(pair.One, pair.Other);
                if (score >= lowest)
                    kept[piece].Add(new LinkedPair(pair.One, pair.Other, score));
            }
        });
        return [.. kept.SelectMany(pairs => pairs)];
    }
}
