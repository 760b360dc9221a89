using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>
/// Kulldorff's scan statistic: the circle, and the while, whose cases chance explains least, and how often chance alone makes one as strong somewhere on the map.
/// Kulldorff (1997), <em>Communications in Statistics</em> 26; (2001), <em>JRSS A</em> 164; Kulldorff et al. (2005), <em>PLoS Medicine</em> 2.
/// </summary>
public static class SpaceTimeScan
{
    private const int Batch = 100;

    // Ratios of the same counts, summed in another order, differ in their last digits.
    private const double Alike = 1 - 1e-9;

    /// <summary>Scans a map.</summary>
    /// <param name="map">Cases and population.</param>
    /// <param name="options">How.</param>
    /// <param name="running">Cores, progress, an end before the end; the finding is the same on any number of cores.</param>
    /// <exception cref="ArgumentException">Options out of their range, no population where the model needs it, or no time to scan.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ScanFinding Run(ScanMap map, ScanOptions options, Running running)
    {
        Check(map, options);
        Expectation expected = new(map, options.Model);
        Windows windows = new(expected, options);
        var longest = (double)windows.Longest / expected.Times * expected.Total;
        var circles = Circles.Round(map, expected, options, longest, running.Cancel);
        ScanDesk Desk() => new(expected, circles, windows, options.FewestCases, new WindowSums(expected, windows));
        var cases = options.Model == ScanModel.Spatial ? [.. map.Cases.Chunk(map.Times).Select(times => times.Sum())] : map.Cases;
        var found = Clusters(Desk(), cases, circles, options.MostClusters, running.Cancel);
        var drawn = found.Count == 0 ? [] : Drawn(new NullMaps(map, expected, options.Model), Desk, expected, found, options, running);
        return new ScanFinding([.. found.Select(cylinder => Describe(cylinder, circles[cylinder.Centre], expected.Total, drawn, options))], drawn.Count);
    }

    private static void Check(ScanMap map, ScanOptions options)
    {
        if (!(options.MostShare is > 0 and <= 1 && options.MostTime is > 0 and <= 1) || options.MostRadius is <= 0 || options.FewestCases < 1)
            throw new ArgumentException("The largest share of the population and of the time lie above 0 and up to 1, the largest radius above 0, the fewest cases are 1 or more.", nameof(options));
        if (options.Replications < 0 || options.StopAfter is < 1 || options.MostClusters < 1)
            throw new ArgumentException("Replications are 0 or more, what is stopped after 1 or more, clusters 1 or more.", nameof(options));
        if (options.Model != ScanModel.Permutation && map.Population is null)
            throw new ArgumentException("Without population only the permutation model can scan.", nameof(map));
        if (options.Model != ScanModel.Spatial && map.Times < 2)
            throw new ArgumentException("Scanning time needs two times or more.", nameof(map));
    }

    // The strongest, then the strongest of those without a place of it, and so on: a circle is left out from the first taken place on.
    private static List<Cylinder> Clusters(ScanDesk desk, int[] cases, Circles[] circles, int most, CancellationToken cancel)
    {
        List<Cylinder> found = [];
        int[] allowed = [.. circles.Select(round => round.Ends.Length)];
        HashSet<int> taken = [];
        while (found.Count < most)
        {
            cancel.ThrowIfCancellationRequested();
            var next = desk.Strongest(cases, 0, double.PositiveInfinity, allowed);
            if (next.Length == 0)
                break;
            found.Add(next);
            taken.UnionWith(Members(next, circles[next.Centre]));
            for (var centre = 0; centre < circles.Length; centre++)
            {
                var free = Array.FindIndex(circles[centre].Places, taken.Contains);
                allowed[centre] = free < 0 ? circles[centre].Ends.Length : circles[centre].Ends.Count(end => end <= free);
            }
        }

        return found;
    }

    // The strongest of each map without a cluster; weaker than the weakest reported, or stronger than the strongest, is all that need be known of it.
    private static List<double> Drawn(NullMaps maps, Func<ScanDesk> desk, Expectation expected, List<Cylinder> found, ScanOptions options, Running running)
    {
        var (floor, enough) = (found[^1].LogRatio * Alike * Alike, found[0].LogRatio * Alike);
        List<double> drawn = [];
        while (drawn.Count < options.Replications)
        {
            var (before, count) = (drawn.Count, options.StopAfter is null ? options.Replications : int.Min(Batch, options.Replications - drawn.Count));
            var strongest = new double[count];
            running.Each(count, () => (Desk: desk(), Cases: new int[expected.Places * expected.Times], Room: maps.Room(), Random: new RandomStream(0, 0)), (one, own) =>
            {
                own.Random.Restart(options.Seed, before + one);
                maps.Draw(own.Random, own.Cases, own.Room);
                strongest[one] = own.Desk.Strongest(own.Cases, floor, enough).LogRatio;
            });
            foreach (var ratio in strongest)
            {
                drawn.Add(ratio);
                if (options.StopAfter is { } stop && ratio >= enough && drawn.Count(one => one >= enough) >= stop)
                    return drawn;
            }
        }

        return drawn;
    }

    private static ScanCluster Describe(Cylinder cylinder, Circles circles, int total, List<double> drawn, ScanOptions options)
    {
        var (inside, outside) = (cylinder.Cases / cylinder.Expected, (total - cylinder.Cases) / (total - cylinder.Expected));
        double? share = drawn.Count == 0 ? null : (1.0 + drawn.Count(ratio => ratio >= cylinder.LogRatio * Alike)) / (1 + drawn.Count);
        return new ScanCluster(Members(cylinder, circles), circles.Radii[cylinder.Circle], cylinder.End - cylinder.Length + 1, cylinder.End,
            cylinder.Cases, cylinder.Expected, outside > 0 ? inside / outside : double.PositiveInfinity, cylinder.LogRatio, share);
    }

    private static int[] Members(Cylinder cylinder, Circles circles) => circles.Places[..circles.Ends[cylinder.Circle]];
}
