using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>Circles round one place, each with one more of the nearest than the one before; places equally far enter together.</summary>
/// <param name="Places">The nearest first.</param>
/// <param name="Ends">How many of them each circle holds.</param>
/// <param name="Radii">To the farthest of each circle.</param>
/// <param name="Weights">What each circle expects of one case at any time.</param>
/// <param name="Blocks">The last circle of each block of circles that are judged together first.</param>
/// <param name="BlockOf">In which block each place of the map enters; the number of blocks where it never does.</param>
internal sealed record Circles(int[] Places, int[] Ends, double[] Radii, double[] Weights, int[] Blocks, ushort[] BlockOf)
{
    // Distances that differ only by rounding are the same on every machine.
    private const double Alike = 1e-9;

    /// <summary>The circles round each place that keep to the bounds.</summary>
    public static Circles[] Round(ScanMap map, Expectation expected, ScanOptions options, double mostAtOnce, CancellationToken cancel)
    {
        var all = new Circles[expected.Places];
        new Running(Cancel: cancel).Each(all.Length, () => (new double[all.Length], new int[all.Length]), (centre, desk) =>
        {
            var (distances, order) = desk;
            for (var place = 0; place < order.Length; place++)
                (distances[place], order[place]) = (map.Distance(centre, place), place);
            Array.Sort(distances, order);
            all[centre] = Round(distances, order, expected, options, mostAtOnce);
        });
        return all;
    }

    private static Circles Round(double[] distances, int[] order, Expectation expected, ScanOptions options, double mostAtOnce)
    {
        List<int> ends = [], blocks = [];
        List<double> radii = [], weights = [];
        double size = 0, weight = 0, first = 0;
        for (var place = 0; place < order.Length; place++)
        {
            size += expected.Sizes[order[place]];
            weight += expected.ByPlace[order[place]];
            if (size > options.MostShare * (1 + Alike) || distances[place] > options.MostRadius * (1 + Alike))
                break;
            if (place + 1 < order.Length && distances[place + 1] <= distances[place] * (1 + Alike))
                continue;
            // Blocks are as wide as chance moves their counts: then few have to be opened.
            if (ends.Count == 0 || weight > first * (1 + 1 / double.Sqrt(double.Max(1, first * mostAtOnce))))
            {
                if (ends.Count > 0)
                    blocks.Add(ends.Count - 1);
                first = weight;
            }

            ends.Add(place + 1);
            radii.Add(distances[place]);
            weights.Add(weight);
        }

        if (ends.Count > 0)
            blocks.Add(ends.Count - 1);
        var blockOf = new ushort[order.Length];
        Array.Fill(blockOf, (ushort)blocks.Count);
        for (var (block, place) = (0, 0); block < blocks.Count; block++)
        {
            for (; place < ends[blocks[block]]; place++)
                blockOf[order[place]] = (ushort)block;
        }

        return new Circles(order[..(ends.Count > 0 ? ends[^1] : 0)], [.. ends], [.. radii], [.. weights], [.. blocks], blockOf);
    }
}
