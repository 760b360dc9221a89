using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>Pairs that agree exactly on one thing, taken at random among all such pairs, and the patterns they show.</summary>
/// <param name="Slots">The slots of that thing, one bit each: the block says nothing of them.</param>
/// <param name="Counts">Of patterns.</param>
internal sealed record TrainingBlock(int Slots, IReadOnlyList<KeyValuePair<ulong, double>> Counts)
{
    private const int MostPairs = 100_000;
    private const int FewestPairs = 20;
    private const int FewestSlots = 2;

    /// <summary>
    /// Both names together, the date of birth, each document, telephone and mail address. Where that leaves fewer than two comparisons to learn from
    /// (m and λ cannot be told apart in one), the names one by one.
    /// </summary>
    public static IReadOnlyList<TrainingBlock> All(RecordCoder coder, object?[][] codes, Sources sources, long seed)
    {
        List<(int Slots, Func<object?[], string?> Value)> things = [];
        if (coder.Slots.Count - 2 >= FewestSlots)
            things.Add((0b11, code => coder.Comparisons[0].Exact(code[0])));
        else
            things.AddRange([(0b01, code => (code[0] as Names)?.Whole?.Text), (0b10, code => (code[0] as Names)?.First?.Text)]);
        for (var i = 1; i < coder.Comparisons.Count; i++)
        {
            var (at, comparison) = (i, coder.Comparisons[i]);
            if (codes.Any(code => comparison.Exact(code[at]) is not null))
                things.Add((1 << coder.Begin(at), code => comparison.Exact(code[at])));
        }

        return [.. things.Select((thing, i) => Of(coder, codes, sources, thing.Slots, thing.Value, new RandomStream(seed, i + 1))).Where(block => block.Counts.Sum(row => row.Value) >= FewestPairs)];
    }

    private static TrainingBlock Of(RecordCoder coder, object?[][] codes, Sources sources, int slots, Func<object?[], string?> value, RandomStream stream)
    {
        int[][] groups = [.. Enumerable.Range(0, codes.Length).Select(record => (record, Value: value(codes[record]))).Where(both => both.Value is not null)
            .GroupBy(both => both.Value, both => both.record, StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1)];
        var readings = new Reading[coder.Slots.Count];
        Dictionary<ulong, double> counts = [];
        var all = groups.Sum(group => (double)group.Length * (group.Length - 1) / 2);
        foreach (var group in groups)
        {
            var pairs = (double)group.Length * (group.Length - 1) / 2;
            // As many of each group as its share; what is less than one is left to chance.
            var wanted = all <= MostPairs ? pairs : double.Floor(pairs / all * MostPairs + stream.Uniform());
            if (wanted >= pairs)
            {
                for (var a = 0; a < group.Length; a++)
                {
                    for (var b = 0; b < a; b++)
                        Count(group[a], group[b]);
                }
            }
            else
            {
                for (var i = 0; i < wanted; i++)
                {
                    var a = stream.Below(group.Length);
                    var b = stream.Below(group.Length - 1);
                    Count(group[a], group[b + (b >= a ? 1 : 0)]);
                }
            }
        }

        return new TrainingBlock(slots, [.. counts.OrderBy(row => row.Key)]);

        void Count(int one, int other)
        {
            if (sources.MayBeOne(one, other))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, coder.Pattern(codes[one], codes[other], readings), out _)++;
        }
    }
}
