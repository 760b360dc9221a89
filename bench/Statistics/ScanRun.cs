using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Scanning;

namespace Amparo.StatisticsBench;

/// <summary>
/// Scans of maps whose licence keeps them out of the tree, beside what SaTScan 9.6 printed for them or an implementation of the same definition gave: <c>scan_nydf.csv</c>
/// (leukaemia in New York), <c>scan_NM_popcas_countyyear.csv</c> and <c>scan_NM_geo_centroids.csv</c> (brain cancer in New Mexico), <c>scan_pennLC.csv</c> (lung cancer
/// in Pennsylvania, against what age and sex let expect).
/// </summary>
internal static class ScanRun
{
    public static void References(string folder)
    {
        Console.Out.WriteLine("| Map | Cluster | Log ratio | Reference | Cases | Expected | Places | Times | RR | p | Reference p |\n|---|---|---|---|---|---|---|---|---|---|---|");
        var york = NewYork(folder);
        Compare("New York, up to 10 %", york, new(ScanModel.Spatial, MostShare: 0.1), [11.577255, 9.019716, 6.114140, 4.651839, 4.169203, 3.363518, 3.209485], [0.001, 0.013]);
        Compare("New York, up to 50 %", york, new(ScanModel.Spatial), [14.083511, 9.019716, 6.114140, 4.651839, 3.363518, 3.209485], [0.00015, 0.016, 0.248, 0.645, 0.965, 0.982]);
        var mexico = NewMexico(folder);
        Compare("New Mexico, looking back", mexico, new(ScanModel.SpaceTime), [11.318677, 7.010935], [0.008]);
        Compare("New Mexico, spatial", mexico, new(ScanModel.Spatial), [5.559149, 4.048435], []);
        Compare("New Mexico, permutation", mexico, new(ScanModel.Permutation), [], []);
        Compare("Pennsylvania, adjusted", Pennsylvania(folder), new(ScanModel.Spatial), [17.7], [0.001]);
    }

    /// <summary>Made-up districts over a year, with and without a cluster that is there now.</summary>
    public static void Speed(int districts, int days, int cases, int replications)
    {
        Console.Out.WriteLine("| Map | Cases | Model | Replications | Log ratio | p | Seconds | CPU s |\n|---|---|---|---|---|---|---|---|");
        foreach (var (planted, model, stop) in ((int, ScanModel, int?)[])[(30, ScanModel.SpaceTime, null), (30, ScanModel.Permutation, null), (0, ScanModel.SpaceTime, null), (0, ScanModel.SpaceTime, 50)])
        {
            var map = Made(districts, days, cases, planted, model);
            var (before, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            var found = SpaceTimeScan.Run(map, new(model, IsProspective: true, Replications: replications, StopAfter: stop), Running.Freely);
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {districts:N0} districts × {days} days, now{(planted > 0 ? $", {planted} cases planted" : "")} | {map.Total:N0} | {model} | {found.Replications} | {found.Clusters[0].LogRatio:0.000} | {found.Clusters[0].PValue:0.000} | {watch.Elapsed.TotalSeconds:0.0} | {processor:0.0} |"));
        }
    }

    private static void Compare(string name, ScanMap map, ScanOptions options, double[] ratios, double[] shares)
    {
        foreach (var (i, cluster) in SpaceTimeScan.Run(map, options, Running.Freely).Clusters.Index().Take(8))
        {
            var names = $"{string.Join(' ', cluster.Places.Take(4).Select(place => map.Places[place].Name))}{(cluster.Places.Count > 4 ? " …" : "")}";
            var (reference, share) = (i < ratios.Length ? $"{ratios[i]:0.000000}" : "none", i < shares.Length ? $"{shares[i]}" : "");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {i + 1}: {names} | {cluster.LogRatio:0.000000} | {reference} | {cluster.Cases} | {cluster.Expected:0.000} | {cluster.Places.Count} | {cluster.First}–{cluster.Last} | {cluster.RelativeRisk:0.00} | {cluster.PValue:0.000} | {share} |"));
        }
    }

    private static ScanMap NewYork(string folder)
    {
        var (sheet, number) = Sheet(folder, "scan_nydf.csv");
        return new ScanMap([.. sheet.Lines.Select(line => new Place(line.Cells[0], number(line.Cells, "x"), number(line.Cells, "y")))], 1,
            [.. sheet.Lines.Select(line => (int)number(line.Cells, "cases"))], [.. sheet.Lines.Select(line => number(line.Cells, "pop"))]);
    }

    private static ScanMap Pennsylvania(string folder)
    {
        var (sheet, number) = Sheet(folder, "scan_pennLC.csv");
        return new ScanMap([.. sheet.Lines.Select(line => new Place(line.Cells[0], number(line.Cells, "x"), number(line.Cells, "y")))], 1,
            [.. sheet.Lines.Select(line => (int)number(line.Cells, "cases"))], [.. sheet.Lines.Select(line => number(line.Cells, "expected"))], isGlobe: true);
    }

    private static ScanMap NewMexico(string folder)
    {
        var (places, degree) = Sheet(folder, "scan_NM_geo_centroids.csv");
        var (sheet, number) = Sheet(folder, "scan_NM_popcas_countyyear.csv");
        var cells = sheet.Lines.ToDictionary(line => (line.Cells[sheet.Column("county")], (int)number(line.Cells, "year")), line => line.Cells);
        // One county was made of another within these years, and its cases are counted with that.
        var lines = places.Lines.Where(line => cells.ContainsKey((line.Cells[0], 1973))).ToList();
        (string, int)[] order = [.. lines.SelectMany(line => Enumerable.Range(1973, 19).Select(year => (line.Cells[0], year)))];
        return new ScanMap([.. lines.Select(line => new Place(line.Cells[0], degree(line.Cells, "seat_long"), degree(line.Cells, "seat_lat")))], 19,
            [.. order.Select(cell => (int)number(cells[cell], "count"))], [.. order.Select(cell => number(cells[cell], "population"))], isGlobe: true);
    }

    private static (SheetFile Sheet, Func<string[], string, double> Number) Sheet(string folder, string name)
    {
        using var text = File.OpenText(Path.Combine(folder, name));
        var sheet = SheetFile.Read(text);
        return (sheet, (cells, column) => double.Parse(cells[sheet.Column(column)], CultureInfo.InvariantCulture));
    }

    private static ScanMap Made(int districts, int days, int cases, int planted, ScanModel model)
    {
        var random = new RandomStream(1, 0);
        Place[] places = [.. Enumerable.Range(0, districts).Select(i => new Place($"{i}", -68 - 13 * random.Uniform(), -18 * random.Uniform()))];
        double[] people = [.. places.Select(_ => double.Ceiling(10_000 * Elementary.Exp(random.Normal())))];
        var (live, counts) = (new AliasTable(people), new int[districts * days]);
        for (var one = 0; one < cases; one++)
            counts[live.Draw(random) * days + random.Below(days)]++;
        int[] near = [.. Enumerable.Range(0, districts).OrderBy(i => (places[i].X - places[0].X) * (places[i].X - places[0].X) + (places[i].Y - places[0].Y) * (places[i].Y - places[0].Y)).Take(8)];
        for (var one = 0; one < planted; one++)
            counts[near[random.Below(near.Length)] * days + days - 1 - random.Below(14)]++;
        return new ScanMap(places, days, counts, model == ScanModel.Permutation ? null : people, isGlobe: true);
    }
}
