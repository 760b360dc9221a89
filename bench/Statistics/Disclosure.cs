using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Disclosure;
using Amparo.Statistics.Disclosure.Suppressing;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>Suppression of made-up tables: districts in regions, by sex and age, most districts with few people, as in a country's own tables.</summary>
internal static class Disclosure
{
    public static void Run(int mostDistricts)
    {
        Console.Out.WriteLine("| Districts in regions × sex × age | Figures | Small | Complementary | Cost, people | Proved at least | Least | Seconds |\n|---|---|---|---|---|---|---|---|");
        foreach (var (districts, regions, ages) in ((int, int, int)[])[(3, 1, 2), (4, 2, 2), (8, 2, 3), (12, 3, 3), (24, 5, 4), (60, 12, 4), (100, 20, 4), (196, 25, 6)])
        {
            if (districts > mostDistricts)
                continue;
            var table = Make(districts, regions, ages, new RandomStream(1, districts));
            var figures = table.Figures([[0, 1, 2]]);
            var watch = Stopwatch.StartNew();
            var found = Suppressor.Run(table, figures, new(new(5), MostSteps: 20_000), CancellationToken.None);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {districts} in {regions} × 2 × {ages} | {figures.Count:N0} | {found.Figures.Count(row => row.Status == FigureStatus.Primary):N0} | {found.Figures.Count(row => row.Status == FigureStatus.Complementary):N0} | {found.Cost:N0} | {found.LowestCost:N0} | {(found.IsLeast ? "yes" : "no")}{(found.IsSafe ? "" : ", NOT SAFE")} | {watch.Elapsed.TotalSeconds:0.0} |"));
        }
    }

    private static CountTable Make(int districts, int regions, int ages, RandomStream random)
    {
        var places = new Dimension(["region", "district"],
            [.. Enumerable.Range(0, districts).Select(d => new Category([$"R{d % regions}", $"D{d}"], [d]))],
            [.. Enumerable.Range(0, regions).Select(r => new Category([$"R{r}", Category.All], [.. Enumerable.Range(0, districts).Where(d => d % regions == r)]))]);
        List<(IReadOnlyList<int>, int)> rows = [];
        for (var district = 0; district < districts; district++)
        {
            var level = Elementary.Exp(1.5 * random.Normal() + 1);
            for (var (sex, age) = (0, 0); sex < 2; (sex, age) = age + 1 < ages ? (sex, age + 1) : (sex + 1, 0))
                rows.Add(([district, sex, age], (int)(level * -Elementary.Log(random.Uniform()))));
        }

        return new CountTable([places, Dimension.Flat("sex", ["f", "m"]), Dimension.Flat("age", [.. Enumerable.Range(0, ages).Select(age => $"{age}")])], rows);
    }
}
