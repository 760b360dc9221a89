namespace Amparo.Statistics.Trends.Scanning;

/// <summary>Windows that end at one time, of one time, two, …; in columns of windows that are judged together first, as wide as chance moves their counts.</summary>
internal sealed class Windows
{
    /// <summary>Columns are filled up to a multiple of this, so that vectors fit.</summary>
    public const int Lanes = 8;

    public Windows(Expectation expected, ScanOptions options)
    {
        Longest = int.Max(1, (int)(expected.Times * options.MostTime + 1e-9));
        FirstEnd = options.IsProspective ? expected.Times : 1;
        var rate = options.MostShare * expected.Total / expected.Times;
        List<int> lasts = [];
        for (var first = 1; first <= Longest;)
        {
            var last = int.Min(Longest, (int)(first * (1 + 1 / double.Sqrt(double.Max(1, first * rate)))));
            lasts.Add(last);
            first = last + 1;
        }

        Lasts = [.. lasts];
        Width = (lasts.Count + Lanes - 1) / Lanes * Lanes;
    }

    /// <summary>The most times of a window.</summary>
    public int Longest { get; }

    /// <summary>The first time, from 1, at which windows end; they end at each from it on.</summary>
    public int FirstEnd { get; }

    /// <summary>The longest window of each column.</summary>
    public int[] Lasts { get; }

    /// <summary>The columns, filled up.</summary>
    public int Width { get; }

    /// <summary>The shortest window of a column.</summary>
    public int First(int column) => column == 0 ? 1 : Lasts[column - 1] + 1;
}
