using System.Runtime.InteropServices;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>For windows that end at one time: each place's cases in each, and what is expected. Filled anew for each end; allocates nothing then.</summary>
internal sealed class WindowSums(Expectation expected, Windows windows)
{
    private readonly int[] _cases = new int[expected.Places * windows.Longest];
    private readonly double[] _means = expected.Cells is null ? [] : new double[expected.Places * windows.Longest];
    private readonly double[] _rates = new double[windows.Longest];
    private readonly Step[] _steps = new Step[expected.Places * windows.Lasts.Length];
    private int _stepCount;

    /// <summary>Each place's cases in the longest window of each column; a row of <see cref="Windows.Width"/> for each place.</summary>
    public float[] MostCases { get; } = new float[expected.Places * windows.Width];

    /// <summary>What is expected of a place in the shortest window of each column, where that is no product; else empty.</summary>
    public float[] LeastMeans { get; } = expected.Cells is null ? [] : new float[expected.Places * windows.Width];

    /// <summary>What is expected everywhere together in the shortest window of each column; endless in what is filled up.</summary>
    public float[] LeastRates { get; } = new float[windows.Width];

    /// <summary>At which columns the cases of places grow, and by how many: most places have few.</summary>
    public ReadOnlySpan<Step> Steps => _steps.AsSpan(.._stepCount);

    /// <summary>Cases of a place in a window of <paramref name="length"/> times.</summary>
    public int Cases(int place, int length) => _cases[place * windows.Longest + length - 1];

    /// <summary>What is expected of a place in it, where that is no product.</summary>
    public double Mean(int place, int length) => _means[place * windows.Longest + length - 1];

    /// <summary>What is expected everywhere together in it.</summary>
    public double Rate(int length) => _rates[length - 1];

    /// <summary>Sums up the windows that end at a time; what would begin before the first time begins there.</summary>
    /// <param name="cases">Place by place with its times.</param>
    /// <param name="end">From 1.</param>
    public void Fill(ReadOnlySpan<int> cases, int end)
    {
        double rate = 0;
        for (var length = 1; length <= windows.Longest; length++)
            _rates[length - 1] = rate += length <= end ? expected.ByTime[end - length] : 0;
        Array.Fill(LeastRates, float.PositiveInfinity);
        for (var column = 0; column < windows.Lasts.Length; column++)
            LeastRates[column] = (float)_rates[windows.First(column) - 1];
        _stepCount = 0;
        for (var place = 0; place < expected.Places; place++)
        {
            var (sum, mean, row) = (0, 0.0, place * windows.Longest);
            for (var length = 1; length <= windows.Longest; length++)
            {
                var cell = place * expected.Times + end - length;
                _cases[row + length - 1] = sum += length <= end ? cases[cell] : 0;
                if (expected.Cells is { } cells)
                    _means[row + length - 1] = mean += length <= end ? cells[cell] : 0;
            }

            var before = 0;
            for (var column = 0; column < windows.Lasts.Length; column++)
            {
                var most = _cases[row + windows.Lasts[column] - 1];
                MostCases[place * windows.Width + column] = most;
                if (most > before)
                    _steps[_stepCount++] = new Step(place, column, most - before);
                before = most;
                if (expected.Cells is not null)
                    LeastMeans[place * windows.Width + column] = (float)_means[row + windows.First(column) - 1];
            }
        }
    }

    /// <summary>A growth of a place's cases from one column to the next.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Step(int Place, int Column, int Cases);
}
