using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Forecasting;

namespace Amparo.StatisticsBench;

/// <summary>Forecasts from many times of a series of which only what lies before is shown: how far off, beside saying again what came a season before, and how many counts the 80 % intervals held.</summary>
internal static class ForecastRun
{
    public static void Run(int made)
    {
        Console.Out.WriteLine("| Series | Period, ahead | Origins | Mean error | Naive | Ratio | MAPE % | Naive MAPE % | Held by 80 % | Seconds each |\n|---|---|---|---|---|---|---|---|---|---|");
        var (air, drivers, agona) = (Counts("air-passengers", "count"), Counts("uk-drivers", "count"), Counts("salmonella-agona", "observed"));
        Row("Air passengers, last 12 months", 12, 12, [(air, 132)]);
        Row("Air passengers", 12, 12, From(air, 84, 132, 1));
        Row("UK drivers, 1984 (a law breaks the series)", 12, 12, [(drivers, 180)]);
        Row("UK drivers", 12, 12, From(drivers, 84, 180, 1));
        Row("Salmonella Agona", 52, 4, From(agona, 156, 308, 4));
        Row("Made-up calls a day, 1 on average", 7, 14, [.. Enumerable.Range(0, made).Select(i => (Daily(i, 1), 350))]);
        Row("Made-up calls a day, 30", 7, 14, [.. Enumerable.Range(0, made).Select(i => (Daily(i, 30), 350))]);
        Row("Made-up calls in five minutes", 2016, 288, [.. Enumerable.Range(0, int.Max(1, made / 10)).Select(i => (FiveMinutes(i), 8 * 2016 + 288 * (i % 5)))]);
    }

    private static void Row(string name, int period, int ahead, List<(int[] Counts, int Known)> origins)
    {
        var (error, naive, share, naiveShare, held, steps, watch) = (0.0, 0.0, 0.0, 0.0, 0, 0, Stopwatch.StartNew());
        foreach (var (counts, known) in origins)
        {
            var forecast = Forecaster.Run(counts[..known], new(period, ahead));
            foreach (var step in forecast.Steps)
            {
                var (came, before) = (counts[known + step.Step - 1], counts[known - period + (step.Step - 1) % period]);
                (error, naive, steps) = (error + double.Abs(came - step.Middle), naive + int.Abs(came - before), steps + 1);
                (share, naiveShare) = (share + double.Abs(came - step.Middle) / int.Max(1, came), naiveShare + double.Abs(came - before) / int.Max(1, came));
                held += came >= step.Lower && came <= step.Upper ? 1 : 0;
            }
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {period}, {ahead} | {origins.Count} | {error / steps:0.000} | {naive / steps:0.000} | **{error / naive:0.000}** | {100 * share / steps:0.00} | {100 * naiveShare / steps:0.00} | {100.0 * held / steps:0.0} % | {watch.Elapsed.TotalSeconds / origins.Count:0.00} |"));
    }

    private static List<(int[] Counts, int Known)> From(int[] counts, int first, int last, int step) =>
        [.. Enumerable.Range(0, (last - first) / step + 1).Select(i => (counts, first + i * step))];

    private static int[] Counts(string name, string column)
    {
        using var text = new StreamReader(typeof(ForecastRun).Assembly.GetManifestResourceStream($"{name}.csv")!);
        var sheet = SheetFile.Read(text);
        return [.. sheet.Lines.Select(line => int.Parse(line.Cells[sheet.Column(column)], CultureInfo.InvariantCulture))];
    }

    // A level that wanders, a rhythm of weekdays, a variance half again the mean.
    private static int[] Daily(int i, double mean)
    {
        var (random, level) = (new RandomStream(7, i), 0.0);
        double[] rhythm = [0.4, 1.35, 1.2, 1.1, 1.1, 1.1, 0.75];
        return [.. Enumerable.Range(0, 364).Select(day =>
        {
            level = 0.98 * level + 0.05 * random.Normal();
            return NegativeBinomial.Quantile(random.Uniform(), mean * double.Exp(level) * rhythm[day % 7], 1.5);
        })];
    }

    // Nine weeks and more: mornings and evenings busy, nights quiet, weekends fewer, each day with a level of its own.
    private static int[] FiveMinutes(int i)
    {
        var (random, level) = (new RandomStream(8, i), 0.0);
        return [.. Enumerable.Range(0, 10 * 2016).Select(slot =>
        {
            var (hour, weekday) = (slot % 288 / 12.0, slot / 288 % 7);
            if (slot % 288 == 0)
                level = 0.7 * level + 0.1 * random.Normal();
            var mean = (1 + 25 * double.Exp(-(hour - 11) * (hour - 11) / 8) + 18 * double.Exp(-(hour - 19) * (hour - 19) / 10)) * (weekday < 5 ? 1 : 0.6);
            return NegativeBinomial.Quantile(random.Uniform(), mean * double.Exp(level), 1.2);
        })];
    }
}
