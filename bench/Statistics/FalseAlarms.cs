using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Surveillance;

namespace Amparo.StatisticsBench;

/// <summary>
/// How often each method alarms on made-up series in which nothing happens: negative binomial counts, in the manner of Noufaily et al. (2013), with or without a trend, a yearly wave and, for
/// days, a rhythm of weekdays. And how long the flexible Farrington takes for many series.
/// </summary>
internal static class FalseAlarms
{
    private const int Weeks = 624;
    private const int From = 521;
    private const int Days = 420;
    private static readonly double[] Means = [1, 5, 20, 100];
    private static readonly double[] Rhythm = [0.4, 1.35, 1.2, 1.1, 1.1, 1.1, 0.75];

    public static void Run(int series, int seed)
    {
        Console.Out.WriteLine($"Weeks: {series} series, {Weeks - From + 1} weeks of each judged.\n\n| Method | Nominal | {string.Join(" | ", Means.Select(mean => $"mean {mean}"))} | all |\n|---|---|{string.Concat(Enumerable.Repeat("---|", Means.Length + 1))}");
        int[][] weekly = Many(series, i => Weekly(i, seed));
        Row("farrington (alpha 0.01, both sides)", 0.005, weekly, counts => Farrington.Judge(counts, From, new()));
        Row("farrington, b = 5", 0.005, weekly, counts => Farrington.Judge(counts, From, new(Years: 5)));
        Row("farrington-flexible (alpha 0.005)", 0.005, weekly, counts => FlexibleFarrington.Judge(counts, From, new()));
        Row("the same, mean's upper limit", 0.005, weekly, counts => FlexibleFarrington.Judge(counts, From, new(Bound: FlexibleBound.UpperMean)));
        Row("the same, with the mean's variance", 0.005, weekly, counts => FlexibleFarrington.Judge(counts, From, new(Bound: FlexibleBound.Predictive)));
        foreach (var method in Enum.GetValues<EarsMethod>())
            Row($"ears-{method}", new EarsOptions(method).Level, weekly, counts => Ears.Judge(counts, From, new(method)));
        Row("cusum-seasonal", double.NaN, weekly, counts => Cusum.Judge(counts, From, new(IsSeasonal: true)));
        Console.Out.WriteLine($"\nDays with a rhythm: {series} series, {Days - 70} days of each judged.\n\n| Method | Nominal | {string.Join(" | ", Means.Select(mean => $"mean {mean}"))} | all |\n|---|---|{string.Concat(Enumerable.Repeat("---|", Means.Length + 1))}");
        int[][] daily = Many(series, i => Daily(i, seed));
        foreach (var method in Enum.GetValues<EarsMethod>())
        {
            Row($"ears-{method}", new EarsOptions(method).Level, daily, counts => Ears.Judge(counts, 71, new(method)));
            Row($"ears-{method} --weekdays 8", new EarsOptions(method).Level, daily, counts => Ears.Judge(counts, 71, new(method, RhythmWeeks: 8)));
            Row($"ears-{method} --weekdays 8 --baseline 28", new EarsOptions(method).Level, daily, counts => Ears.Judge(counts, 71, new(method, 28, RhythmWeeks: 8)));
        }

        var (before, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        Parallel.For(0, 1000, i => FlexibleFarrington.Judge(weekly[i % series], From, new()));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nFlexible Farrington, 1,000 series × {Weeks - From + 1} weeks: {watch.Elapsed.TotalSeconds:0.0} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:0.0} CPU s."));
    }

    private static void Row(string name, double nominal, int[][] all, Func<int[], IReadOnlyList<Judged>> judge)
    {
        var shares = new double[all.Length];
        Parallel.For(0, all.Length, i => shares[i] = judge(all[i]).Average(time => time.IsAlarm ? 1.0 : 0));
        var byMean = Means.Select((_, m) => shares.Where((_, i) => i % Means.Length == m).Average());
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {(double.IsNaN(nominal) ? "none" : $"{nominal:0.0000}")} | {string.Join(" | ", byMean.Select(share => share.ToString("0.0000", CultureInfo.InvariantCulture)))} | {shares.Average():0.0000} |"));
    }

    private static int[][] Many(int series, Func<int, int[]> make)
    {
        var all = new int[series][];
        Parallel.For(0, series, i => all[i] = make(i));
        return all;
    }

    // Half with a yearly wave, half with a trend that doubles or halves the mean over the whole; variance once to three times the mean.
    private static int[] Weekly(int i, int seed)
    {
        var random = new RandomStream(seed, i);
        var (mean, dispersion) = (Means[i % Means.Length], 1 + 2 * random.Uniform());
        var (wave, turn) = (random.Uniform() < 0.5 ? 0.5 * random.Uniform() : 0, random.Uniform());
        var trend = random.Uniform() < 0.5 ? double.Log(2) * (2 * random.Uniform() - 1) : 0;
        return [.. Enumerable.Range(0, Weeks).Select(week =>
            NegativeBinomial.Quantile(random.Uniform(), mean * double.Exp(wave * double.CosPi(2 * (week / 52.0 + turn)) + trend * week / Weeks), dispersion))];
    }

    private static int[] Daily(int i, int seed)
    {
        var random = new RandomStream(seed, 1_000_000 + i);
        var (mean, dispersion) = (Means[i % Means.Length], 1 + 2 * random.Uniform());
        return [.. Enumerable.Range(0, Days).Select(day => NegativeBinomial.Quantile(random.Uniform(), mean * Rhythm[day % 7], dispersion))];
    }
}
