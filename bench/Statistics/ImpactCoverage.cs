using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Effects.Impact;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>
/// How often the 95 % interval of the effect holds the truth (none) where the noise is autoregressive and the level does not move: 70 times before and 30 since, one covariate
/// that wanders as in the documented example. And how long 10,000 draws take.
/// </summary>
internal static class ImpactCoverage
{
    public static void Run(int sets, int draws)
    {
        foreach (var near in (double[])[0, 0.3, 0.5, 0.7])
        {
            int held = 0, alarms = 0, warned = 0;
            double width = 0;
            for (var set = 0; set < sets; set++)
            {
                var (series, covariate) = Make(near, new RandomStream(17, set));
                var found = CausalImpact.Estimate(series, 71, [new("x", covariate)], new(draws, draws / 5, set));
                held += found.Effect.Lower <= 0 && 0 <= found.Effect.Upper ? 1 : 0;
                alarms += found.P < 0.05 ? 1 : 0;
                warned += found.Residuals.P < 0.05 ? 1 : 0;
                width += (found.Effect.Upper - found.Effect.Lower) / sets;
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"noise follows the time before by {near:0.0}: 95 % interval holds {(double)held / sets:P1}, mean width {width:0.00}, p < 0.05 in {(double)alarms / sets:P1}, warned of correlation in {(double)warned / sets:P1} ({sets} sets, {draws} draws)"));
        }

        var (example, with) = Make(0, new RandomStream(17, 0));
        List<double> times = [];
        for (var run = 0; run < 7; run++)
        {
            var watch = Stopwatch.StartNew();
            CausalImpact.Estimate(example, 71, [new("x", with)], new());
            times.Add(watch.Elapsed.TotalSeconds);
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"10,000 draws and the earlier time beside them: first {times[0]:0.00} s, median {times.Order().ElementAt(3):0.00} s"));
    }

    private static (double[] Series, double[] Covariate) Make(double near, RandomStream random)
    {
        double walk = 0, noise = random.Normal();
        double[] covariate = [.. Enumerable.Range(0, 100).Select(_ => 100 + (walk = 0.999 * walk + random.Normal()))];
        return ([.. covariate.Select(x => 1.2 * x + (noise = near * noise + double.Sqrt(1 - near * near) * random.Normal()))], covariate);
    }
}
