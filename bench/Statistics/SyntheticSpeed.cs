using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Effects.Synthetic;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>How long one mixture takes on made-up areas that follow three common courses, as many as in Abadie and Gardeazabal's study: 17 areas, 43 times, 13 predictors.</summary>
internal static class SyntheticSpeed
{
    private const int Areas = 17;
    private const int Times = 43;
    private const int From = 21;

    public static void Run(int runs)
    {
        var random = new RandomStream(5, 0);
        double[][] loads = [.. Enumerable.Range(0, Areas).Select(_ => Normals(3, random))], weights = [.. Enumerable.Range(0, 13).Select(_ => Normals(3, random))];
        var courses = new double[3];
        double[][] moves = [.. Enumerable.Range(0, Times).Select(_ => courses = [.. courses.Select(course => course + random.Normal())])];
        double[][] outcomes = [.. loads.Select(load => moves.Select(move => 50 + Product(load, move) + 0.3 * random.Normal()).ToArray())];
        double[][] predictors = [.. loads.Select(load => weights.Select(weight => Product(load, weight) + 0.3 * random.Normal()).ToArray())];
        string[] names = [.. Enumerable.Range(0, Areas).Select(area => $"{area}")];
        Time("without predictors", new DonorPanel(names, outcomes, From));
        Time("13 predictors", new DonorPanel(names, outcomes, From, predictors));

        void Time(string what, DonorPanel panel)
        {
            List<double> times = [];
            for (var run = 0; run < runs; run++)
            {
                var watch = Stopwatch.StartNew();
                SyntheticControl.Fit(panel, run % Areas);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {times[0]:0.0} ms, median {times.Order().ElementAt(runs / 2):0.0} ms, longest {times.Skip(1).Max():0.0} ms"));
        }
    }

    private static double[] Normals(int count, RandomStream random) => [.. Enumerable.Range(0, count).Select(_ => random.Normal())];

    private static double Product(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
