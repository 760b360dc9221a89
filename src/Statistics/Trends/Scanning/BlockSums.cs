using System.Runtime.Intrinsics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>For the blocks of circles round one place, in turn: the most cases that any of a block has, and the least that any expects, in each column of windows. Allocates nothing when filled.</summary>
internal sealed class BlockSums(Expectation expected, Circles[] all, Windows windows, WindowSums sums)
{
    private readonly int[] _growth = new int[windows.Width * (all.Max(circles => circles.Blocks.Length) + 1)];
    private readonly int[] _cases = new int[windows.Width];
    private readonly float[] _means = new float[windows.Width];
    private int _placed;

    /// <summary>Cases of the block's largest circle in the longest window of each column.</summary>
    public float[] Counts { get; } = new float[windows.Width];

    /// <summary>What the block's smallest circle expects in the shortest window of each column.</summary>
    public float[] Least { get; } = new float[windows.Width];

    /// <summary>Begins anew, before the first block.</summary>
    public void Begin(Circles circles)
    {
        _placed = 0;
        Array.Clear(_cases);
        Array.Clear(_means);
        var (growth, width, blockOf) = (_growth, windows.Width, circles.BlockOf);
        Array.Clear(growth, 0, (circles.Blocks.Length + 1) * width);
        // Without a branch for places that lie outside: they have a block of their own.
        foreach (var (place, column, cases) in sums.Steps)
            growth[blockOf[place] * width + column] += cases;
    }

    /// <summary>Goes on to a block.</summary>
    /// <param name="circles">Those it was begun with.</param>
    /// <param name="block">One after the one before.</param>
    /// <param name="first">The block's smallest circle.</param>
    public void Next(Circles circles, int block, int first)
    {
        var sum = 0;
        var growth = _growth.AsSpan(block * windows.Width, windows.Lasts.Length);
        for (var column = 0; column < growth.Length; column++)
        {
            _cases[column] += growth[column];
            Counts[column] = sum += _cases[column];
        }

        for (; expected.Cells is not null && _placed < circles.Ends[first]; _placed++)
        {
            for (var i = 0; i < windows.Width; i += Windows.Lanes)
                (Vector256.Create(_means, i) + Vector256.Create(sums.LeastMeans, circles.Places[_placed] * windows.Width + i)).CopyTo(_means, i);
        }

        for (var i = 0; i < windows.Width; i += Windows.Lanes)
            (expected.Cells is null ? (float)circles.Weights[first] * Vector256.Create(sums.LeastRates, i) : Vector256.Create(_means, i)).CopyTo(Least, i);
    }
}
