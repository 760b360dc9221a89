using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>
/// One thread's place to look for the strongest cylinder. Blocks of circles by columns of windows are judged first, by the most cases of any of theirs with the least
/// expected of any; only a block that could hold a stronger one than is known is opened. The result is that of looking at each. Allocates nothing while it looks.
/// </summary>
internal sealed class ScanDesk(Expectation expected, Circles[] all, Windows windows, int fewestCases)
{
    // Single precision may err by this much; blocks are opened a little too often, never too rarely.
    private const float Slack = 1.001f;
    private readonly WindowSums _sums = new(expected, windows);
    private readonly int[] _growth = new int[windows.Width];
    private readonly float[] _counts = new float[windows.Width];
    private readonly float[] _means = new float[windows.Width];
    private readonly float[] _least = new float[windows.Width];
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
            _sums.Fill(cases, end);
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
        var circles = all[centre];
        Array.Clear(_growth);
        Array.Clear(_means);
        var (first, placed) = (0, 0);
        foreach (var blockEnd in circles.Blocks)
        {
            var last = int.Min(blockEnd, allowed - 1);
            if (first > last)
                return;
            Add(circles.Places.AsSpan(placed..circles.Ends[first]));
            Expect(circles.Weights[first]);
            Add(circles.Places.AsSpan(circles.Ends[first]..circles.Ends[last]));
            placed = circles.Ends[last];
            Count();
            Test(centre, end, first, last);
            first = last + 1;
        }
    }

    private void Add(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
        {
            foreach (var (column, cases) in _sums.Steps(place))
                _growth[column] += cases;
            for (var i = 0; expected.Cells is not null && i < windows.Width; i += Windows.Lanes)
                (Vector256.Create(_means, i) + Vector256.Create(_sums.LeastMeans, place * windows.Width + i)).CopyTo(_means, i);
        }
    }

    private void Count()
    {
        var sum = 0;
        for (var column = 0; column < windows.Lasts.Length; column++)
            _counts[column] = sum += _growth[column];
    }

    private void Expect(double weight)
    {
        for (var i = 0; i < windows.Width; i += Windows.Lanes)
            (expected.Cells is null ? (float)weight * Vector256.Create(_sums.LeastRates, i) : Vector256.Create(_means, i)).CopyTo(_least, i);
    }

    // d²/2μ + d²/(C−μ), of d cases above μ, is never below the logarithm of the ratio: (1+u)ln(1+u)−u ≤ u²/2 and (1−v)ln(1−v)+v ≤ v².
    private void Test(int centre, int end, int first, int last)
    {
        var total = Vector256.Create((float)expected.Total);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref var least = ref MemoryMarshal.GetArrayDataReference(_least);
        for (nuint column = 0; column < (nuint)windows.Width; column += Windows.Lanes)
        {
            var mean = Vector256.LoadUnsafe(ref least, column);
            var above = Vector256.LoadUnsafe(ref counts, column) - mean;
            var isAbove = Vector256.GreaterThan(above, Vector256<float>.Zero) & Vector256.GreaterThanOrEqual(above * above * (total + mean) * Slack, mean * (total - mean) * (float)(2 * _best.LogRatio));
            for (var hits = isAbove.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
                Open(centre, end, first, last, (int)column + BitOperations.TrailingZeroCount(hits));
        }
    }

    private void Open(int centre, int end, int first, int last, int column)
    {
        if (LikelihoodRatio.Of(_counts[column], _least[column], expected.Total) * Slack <= _best.LogRatio)
            return;
        var (circles, cases, from) = (all[centre], _counts[column], windows.First(column));
        for (var circle = last; circle >= first; circle--)
        {
            // From the largest inwards, whose cases are known.
            for (var i = circles.Ends[circle]; circle < last && i < circles.Ends[circle + 1]; i++)
                cases -= _sums.MostCases[circles.Places[i] * windows.Width + column];
            if (LikelihoodRatio.Of(cases, expected.Cells is null ? circles.Weights[circle] * _sums.Rate(from) : _least[column] / Slack, expected.Total) > _best.LogRatio)
                Judge(centre, circle, end, from, int.Min(windows.Lasts[column], end));
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
                inside[i] += _sums.Cases(place, from + i);
                means[i] += expected.Cells is null ? 0 : _sums.Mean(place, from + i);
            }
        }

        for (var i = 0; i < inside.Length; i++)
        {
            var mean = expected.Cells is null ? circles.Weights[circle] * _sums.Rate(from + i) : means[i];
            var ratio = inside[i] < fewestCases ? 0 : LikelihoodRatio.Of(inside[i], mean, expected.Total);
            if (ratio > _best.LogRatio)
                _best = new Cylinder(centre, circle, end, from + i, inside[i], mean, ratio);
        }
    }
}
