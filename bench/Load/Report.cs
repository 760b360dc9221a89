using System.Globalization;

namespace Amparo.Load;

/// <summary>The table: each page's times, and its 99th of a hundred over the empty page's.</summary>
internal static class Report
{
    public static void Write(TextWriter to, string database, ILookup<string, double> answers, string empty)
    {
        var least = At(answers[empty], 0.99);
        to.WriteLine($"| {database} | p50 ms | p99 ms | max ms | p99 over the empty page's | Asked |");
        to.WriteLine("|---|---|---|---|---|---|");
        foreach (var page in answers)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {page.Key} | {At(page, 0.5):N1} | {At(page, 0.99):N1} | {page.Max():N1} | **{At(page, 0.99) / least:N1}** | {page.Count()} |"));
        to.WriteLine();
    }

    private static double At(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
