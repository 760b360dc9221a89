namespace Amparo.Statistics.Trends.Scanning;

/// <summary>
/// What is expected of each place at each time were there no cluster. Where it is a product of place and time, only the two factors are held; where a population
/// changes differently from place to place, each cell is.
/// </summary>
internal sealed class Expectation
{
    public Expectation(ScanMap map, ScanModel model)
    {
        (Places, Times, Total) = (map.Places.Count, model == ScanModel.Spatial ? 1 : map.Times, map.Total);
        (ByPlace, ByTime, Sizes) = (new double[Places], new double[Times], new double[Places]);
        for (var cell = 0; cell < map.Cases.Length; cell++)
        {
            Sizes[cell / map.Times] += model == ScanModel.Permutation ? map.Cases[cell] : map.PeopleAt(cell);
            if (model == ScanModel.Permutation)
                ByTime[cell % map.Times] += map.Cases[cell];
        }

        var all = Sizes.Sum();
        for (var place = 0; place < Places; place++)
            ByPlace[place] = Sizes[place] /= all;
        if (model != ScanModel.Permutation)
            Array.Fill(ByTime, (double)Total / Times);
        if (model == ScanModel.SpaceTime && map.IsPopulationByTime)
            Cells = [.. map.Population!.Select(people => Total * people / all)];
    }

    public int Places { get; }

    public int Times { get; }

    public int Total { get; }

    /// <summary>Each place's share of all, over all times: what the largest circle is measured by.</summary>
    public double[] Sizes { get; }

    /// <summary>Each place's share of what is expected at any time.</summary>
    public double[] ByPlace { get; }

    /// <summary>Expected cases of each time, everywhere together.</summary>
    public double[] ByTime { get; }

    /// <summary>Place by place with its times, where it is no product; else nothing.</summary>
    public double[]? Cells { get; }
}
