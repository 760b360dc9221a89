using System.Globalization;

namespace Amparo.WritePath;

/// <summary>The table: medians of the runs, ours beside the baseline's, and the ratio of each pair of runs, of which the median counts.</summary>
internal sealed class Report(TextWriter to)
{
    public void Head()
    {
        to.WriteLine("| Database | Writers | Contacts/s | Bare SQL/s | Ratio (lowest–highest) | p50 ms | p99 ms | max ms | p50 ratio | p99 ratio | max ratio | CPU µs each |");
        to.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    public void Row(string database, int writers, List<(Figures Ours, Figures Bare)> pairs)
    {
        var ratios = pairs.ConvertAll(p => p.Ours.PerSecond / p.Bare.PerSecond);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {database} | {writers} | {Median(pairs, p => p.Ours.PerSecond):N0} | {Median(pairs, p => p.Bare.PerSecond):N0} | **{Median(ratios, r => r):P0}** ({ratios.Min():P0}–{ratios.Max():P0}) | {Pair(pairs, f => f.P50)} | {Pair(pairs, f => f.P99)} | {Pair(pairs, f => f.Max)} | {Over(pairs, f => f.P50)} | {Over(pairs, f => f.P99)} | {Over(pairs, f => f.Max)} | {Median(pairs, p => p.Ours.ProcessorPerWrite * 1000):N0} / {Median(pairs, p => p.Bare.ProcessorPerWrite * 1000):N0} |"));
    }

    private static string Pair(List<(Figures Ours, Figures Bare)> pairs, Func<Figures, double> figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(pairs, p => figure(p.Ours)):N2} / {Median(pairs, p => figure(p.Bare)):N2}");

    private static string Over(List<(Figures Ours, Figures Bare)> pairs, Func<Figures, double> figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(pairs, p => figure(p.Ours) / figure(p.Bare)):N2}");

    private static double Median<T>(List<T> of, Func<T, double> figure) => of.Select(figure).Order().ElementAt(of.Count / 2);
}
