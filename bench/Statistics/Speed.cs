using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>Our seconds beside the processor seconds of the reference for the same work, on all cores; the first run of each, with its compiling, is told apart.</summary>
internal static class Speed
{
    private static readonly BootstrapOptions Thousand = new();
    private static readonly BootstrapOptions None = new(0);

    public static void Run(int runs)
    {
        var (uk, rome) = (Tables.Read("uk-2013-five-lists"), Tables.Read("hiv-rome"));
        var (orleans, western) = (Tables.Read("new-orleans-eight-lists"), Tables.Read("western-us"));
        Console.Out.WriteLine("| Work | First s | Median s | CPU s | Reference CPU s | Ratio of CPU | Target s |\n|---|---|---|---|---|---|---|");
        Row("UK, 5 lists: BIC of 1,024 models of order 2", runs, 2.64, 0.1, () => BicSearch.Run(uk, new(2), None, Running.Freely));
        Row("UK, 5 lists: BIC of 6,212 models of order 3", runs, 13.0, null, () => BicSearch.Run(uk, new(3), None, Running.Freely));
        Row("4 lists (Rome): BIC of 113 models, bootstrap of 1,000", runs, 18.1, 0.5, () => BicSearch.Run(rome, new(3), Thousand, Running.Freely));
        Row("UK, 5 lists: BIC, bootstrap of 1,000 × 100 models", runs, 128, null, () => BicSearch.Run(uk, new(2), Thousand, Running.Freely));
        Row("UK, 5 lists: BIC, bootstrap of 1,000 × all 1,024 models", runs, null, 30, () => BicSearch.Run(uk, new(2, 0), Thousand, Running.Freely));
        Row("UK, 5 lists: stepwise, bootstrap of 1,000", runs, 131, null, () => Stepwise.Run(uk, new(), Thousand, Running.Freely));
        Row("New Orleans, 8 lists: stepwise, bootstrap of 1,000", runs, 654, 10, () => Stepwise.Run(orleans, new(), Thousand, Running.Freely));
        Row("Western, 5 lists: stepwise, bootstrap of 1,000", runs, 54, null, () => Stepwise.Run(western, new(), Thousand, Running.Freely));
        Row("UK, 5 lists: dga, 822 graphs × 54,881 values of N", runs, 4.9, null, () => GraphAveraging.Run(uk, new(), Running.Freely));
        Row("UK, 5 lists: Bayesian threshold (50,000 draws, twice)", runs, 1.0, null, () => Thresholding.Run(uk, new(), Running.Freely));
    }

    private static void Row(string work, int runs, double? reference, double? target, Func<Finding> run)
    {
        List<(double Wall, double Processor)> times = [];
        for (var i = 0; i <= runs; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            run();
            times.Add((watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds));
        }

        var rest = times.Skip(1).ToList();
        var (wall, processor) = (rest.Select(t => t.Wall).Order().ElementAt(runs / 2), rest.Select(t => t.Processor).Order().ElementAt(runs / 2));
        var ratio = reference / double.Max(processor, 0.005);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {work} | {times[0].Wall:0.000} | **{wall:0.000}** | {processor:0.00} | {(reference is { } r ? $"{r:0.##}" : "left out as too long")} | {(ratio is { } x ? $"{x:N0}" : "")} | {(target is { } t ? $"≤ {t:0.##}" : "")} |"));
    }
}
