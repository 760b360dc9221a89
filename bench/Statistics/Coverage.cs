using System.Globalization;
using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>
/// How often the 95 % and 80 % intervals hold the truth: sets drawn from the model that stepwise chose on the UK's five lists, N = 11,313
/// (Chan, Silverman and Vincent 2021: 90 % and 70 %; conditional on the chosen model 61.4 % and 42.8 %).
/// </summary>
internal static class Coverage
{
    public static void Run(int sets, int resamples, int seed)
    {
        var uk = Tables.Read("uk-2013-five-lists");
        var truth = Loglinear.Fit(uk, LoglinearModel.Parse(Stepwise.Run(uk, new(), new(0), Running.Freely).Model!, 5));
        var means = Loglinear.Means(uk, truth.Model);
        var population = (int)double.Round(truth.Population);
        var (wide, narrow, wald, failed, squares) = (0, 0, 0, 0, 0.0);
        for (var set = 0; set < sets; set++)
        {
            var table = Draw(uk, means, population, new RandomStream(seed, set));
            if (Stepwise.Run(table, new(), new(resamples, seed * 1000L + set), Running.Freely) is not { Interval: { } interval, Estimate: { } estimate } finding)
            {
                failed++;
                continue;
            }

            squares += (estimate - population) * (estimate - population);
            wide += Holds(interval) ? 1 : 0;
            narrow += Holds(Stepwise.Run(table, new(), new(resamples, seed * 1000L + set, 0.8), Running.Freely).Interval!) ? 1 : 0;
            wald += Holds(Loglinear.Fit(table, LoglinearModel.Parse(finding.Model!, 5)).GivenTheModel(0.95)) ? 1 : 0;
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sets {sets}, resamples {resamples}, seed {seed}, N {population}: 95 % BCa {(double)wide / sets:P1}, 80 % BCa {(double)narrow / sets:P1}, 95 % given the chosen model {(double)wald / sets:P1}, RMSE {double.Sqrt(squares / (sets - failed)):N0}, without estimate {failed}"));

        bool Holds(Interval interval) => interval.Lower <= population && population <= interval.Upper;
    }

    // Each of the population falls into one cell, the one nobody sees among them.
    private static OverlapTable Draw(OverlapTable like, IReadOnlyList<double> means, int population, RandomStream random)
    {
        var ends = new double[means.Count];
        double sum = 0;
        for (var cell = 1; cell < ends.Length; cell++)
            ends[cell] = sum += means[cell] / population;
        var counts = new int[ends.Length];
        for (var person = 0; person < population; person++)
        {
            var u = random.Uniform();
            if (u < sum)
                counts[~Array.BinarySearch(ends, 1, ends.Length - 1, u) is >= 0 and var cell ? cell : 1]++;
        }

        return new OverlapTable(like.Lists, counts.Select((count, history) => KeyValuePair.Create(history, count)).Where(pair => pair.Value > 0));
    }
}
