using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>
/// One thread's place to look for the strongest cylinder. Blocks of circles by columns of windows are judged first, by the most cases of any of theirs with the least
/// expected of any; only a block that could hold a stronger one than is known is opened. The result is that of looking at each. Allocates nothing while it looks.
/// </summary>
internal sealed class ScanDesk(Expectation expected, Circles[] all, Windows windows, int fewestCases, WindowSums sums)
{
    // Single precision may err by this much; blocks are opened a little too often, never too rarely.
    private const float Slack = 1.001f;
    private readonly BlockSums _blocks = new(expected, all, windows, sums);
    private readonly int[] _inside = new int[windows.Longest];
    private readonly double[] _meansInside = new double[windows.Longest];
    private Cylinder _best;

    /// <summary>The strongest cylinder.</summary>
    /// <param name="cases">Place by place with its times.</param>
    /// <param name="floor">Weaker ones are not looked for: where there is none above, a cylinder without length of this strength is returned.</param>
    /// <param name="enough">As soon as one is as strong as this, the search ends.</param>
    /// <param name="allowed">How many circles round each place are looked at; all when not said.</param>
    public Cylinder Strongest(ReadOnlySpan<int> cases, double floor, double enough, int[]? allowed = null)
    {
        _best = new Cylinder(-1, -1, 0, 0, 0, 0, floor);
        for (var end = windows.FirstEnd; end <= expected.Times; end++)
        {
            sums.Fill(cases, end);
            for (var centre = 0; centre < all.Length; centre++)
            {
                Look(centre, end, allowed?[centre] ?? int.MaxValue);
                if (_best.LogRatio >= enough)
                    return _best;
            }
        }

        return _best;
    }

    private void Look(int centre, int end, int allowed)
    {
        var (circles, first) = (all[centre], 0);
        _blocks.Begin(circles);
        for (var block = 0; block < circles.Blocks.Length && first < allowed; block++)
        {
            _blocks.Next(circles, block, first);
            Test(new Block(centre, end, first, circles.Blocks[block], allowed));
            first = circles.Blocks[block] + 1;
        }
    }

    // d²/2μ + d²/(C−μ), of d cases above μ, is never below the logarithm of the ratio: (1+u)ln(1+u)−u ≤ u²/2 and (1−v)ln(1−v)+v ≤ v².
    private void Test(Block block)
    {
        var total = Vector256.Create((float)expected.Total);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_blocks.Counts);
        ref var least = ref MemoryMarshal.GetArrayDataReference(_blocks.Least);
        for (nuint column = 0; column < (nuint)windows.Width; column += Windows.Lanes)
        {
            var mean = Vector256.LoadUnsafe(ref least, column);
            var above = Vector256.LoadUnsafe(ref counts, column) - mean;
            var isAbove = Vector256.GreaterThan(above, Vector256<float>.Zero) & Vector256.GreaterThanOrEqual(above * above * (total + mean) * Slack, mean * (total - mean) * (float)(2 * _best.LogRatio));
            for (var hits = isAbove.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
                Open(block, (int)column + BitOperations.TrailingZeroCount(hits));
        }
    }

    private void Open(Block block, int column)
    {
        if (LikelihoodRatio.Of(_blocks.Counts[column], _blocks.Least[column], expected.Total) * Slack <= _best.LogRatio)
            return;
        var (circles, cases, from) = (all[block.Centre], _blocks.Counts[column], windows.First(column));
        for (var circle = block.Last; circle >= block.First; circle--)
        {
            // From the largest inwards, whose cases are known.
            for (var i = circles.Ends[circle]; circle < block.Last && i < circles.Ends[circle + 1]; i++)
                cases -= sums.MostCases[circles.Places[i] * windows.Width + column];
            if (circle < block.Allowed && LikelihoodRatio.Of(cases, expected.Cells is null ? circles.Weights[circle] * sums.Rate(from) : _blocks.Least[column] / Slack, expected.Total) > _best.LogRatio)
                Judge(block.Centre, circle, block.End, from, int.Min(windows.Lasts[column], block.End));
        }
    }

    private void Judge(int centre, int circle, int end, int from, int to)
    {
        var circles = all[centre];
        var inside = _inside.AsSpan(..int.Max(0, to - from + 1));
        var means = _meansInside.AsSpan(..inside.Length);
        inside.Clear();
        means.Clear();
        foreach (var place in circles.Places.AsSpan(..circles.Ends[circle]))
        {
            for (var i = 0; i < inside.Length; i++)
            {
                inside[i] += sums.Cases(place, from + i);
                means[i] += expected.Cells is null ? 0 : sums.Mean(place, from + i);
            }
        }

        for (var i = 0; i < inside.Length; i++)
        {
            var mean = expected.Cells is null ? circles.Weights[circle] * sums.Rate(from + i) : means[i];
            var ratio = inside[i] < fewestCases ? 0 : LikelihoodRatio.Of(inside[i], mean, expected.Total);
            if (ratio > _best.LogRatio)
                _best = new Cylinder(centre, circle, end, from + i, inside[i], mean, ratio);
        }
    }

    // Circles first to last round a place, of which those below allowed may be looked at, in windows that end at a time.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Block(int Centre, int End, int First, int Last, int Allowed);
}
