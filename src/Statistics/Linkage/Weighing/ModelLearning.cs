using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>
/// Learns λ, m and u without knowing which pairs are of one person. u comes from random pairs; m from EM over the pairs that agree on one thing
/// (a document, a date, both names), each thing in a session of its own that says nothing of that thing, and the median of the sessions; λ from the
/// share of the candidates that the model itself takes for one person. Then once more with what was learned, since random pairs hold a few of one person.
/// </summary>
internal sealed class ModelLearning(IReadOnlyList<Slot> slots, IReadOnlyList<KeyValuePair<ulong, double>> random, IReadOnlyList<KeyValuePair<ulong, double>> candidates, double allPairs)
{
    private const int Rounds = 3;
    private const int StepsOfLambda = 50;
    private const double Smoothing = 0.5;
    private const double SessionSmoothing = 0.1;

    /// <param name="blocks">The sessions.</param>
    /// <param name="expected">Pairs of one person to begin with.</param>
    /// <param name="running">Sessions know nothing of each other.</param>
    public MatchModel Learn(IReadOnlyList<TrainingBlock> blocks, double expected, Running running)
    {
        MatchModel model = new(expected / allPairs, [.. slots.Select(StartOfM)], U(null));
        for (var round = 0; round < Rounds; round++)
        {
            model = model with { M = Median(blocks, model, running) };
            model = WithLambda(model);
            model = model with { U = U(new ScoreTable(model)) };
        }

        return WithLambda(model);
    }

    private double[][] U(ScoreTable? scores)
    {
        double[][] sums = [.. slots.Select(slot => slot.Levels.Select((_, level) => level == LevelPattern.Missing ? 0 : Smoothing).ToArray())];
        foreach (var (pattern, pairs) in random)
        {
            var share = scores is null ? pairs : pairs * (1 - MatchModel.Probability(scores.Of(pattern)));
            for (var slot = 0; slot < sums.Length; slot++)
            {
                if (LevelPattern.At(pattern, slot) is var level and not LevelPattern.Missing)
                    sums[slot][level] += share;
            }
        }

        return [.. sums.Select(levels => levels.Select(sum => sum / levels.Sum()).ToArray())];
    }

    // Agreement is likely, the last level unlikely, what lies between shares the rest.
    private static double[] StartOfM(Slot slot)
    {
        var levels = slot.Levels.Count - 1;
        return [.. slot.Levels.Select((_, level) => level == 0 ? 0 : level == 1 ? 0.75 : level == levels ? 0.05 : 0.2 / (levels - 2))];
    }

    private double[][] Median(IReadOnlyList<TrainingBlock> blocks, MatchModel model, Running running)
    {
        var sessions = new double[blocks.Count][][];
        running.Each(sessions.Length, () => 0, (session, _) =>
        {
            var block = blocks[session];
            var odds = Enumerable.Range(0, slots.Count).Where(slot => (block.Slots >> slot & 1) != 0).Sum(slot => model.Bits(slot, 1));
            var start = model with { Lambda = double.Clamp(MatchModel.Probability(model.Prior + odds), 1e-6, 1 - 1e-6) };
            sessions[session] = ExpectationMaximization.Fit(block.Counts, start, new EmOptions(Kept: block.Slots, Smoothing: SessionSmoothing)).Model.M;
        });
        var m = new double[slots.Count][];
        for (var slot = 0; slot < m.Length; slot++)
        {
            var heard = sessions.Where((_, session) => (blocks[session].Slots >> slot & 1) == 0).Select(session => session[slot]).ToList();
            m[slot] = heard.Count == 0 ? model.M[slot] : [.. slots[slot].Levels.Select((_, level) => Middle([.. heard.Select(levels => levels[level])]))];
            var sum = m[slot].Sum();
            m[slot] = [.. m[slot].Select(share => share / sum)];
        }

        return m;
    }

    private MatchModel WithLambda(MatchModel model)
    {
        ScoreTable scores = new(model);
        double[] evidence = [.. candidates.Select(row => scores.Of(row.Key) - model.Prior)];
        for (var i = 0; i < StepsOfLambda; i++)
        {
            var prior = model.Prior;
            var matches = 0.0;
            for (var row = 0; row < evidence.Length; row++)
                matches += candidates[row].Value * MatchModel.Probability(prior + evidence[row]);
            model = model with { Lambda = double.Clamp(matches / allPairs, 1 / (allPairs + 2), 0.5) };
        }

        return model;
    }

    private static double Middle(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
