using System.Globalization;
using Amparo.Statistics.Linkage;

namespace Amparo.StatisticsBench;

/// <summary>What was learned and what went wrong, to look at.</summary>
internal static class LinkageDetail
{
    public static void Write(RecordTable table, LinkageResult result, string[] entities)
    {
        foreach (var rule in result.Rules)
            Console.Out.WriteLine($"  {rule.Pairs,12:N0} {rule.Rule}");
        var model = result.Model.Model;
        Console.Out.WriteLine($"  prior {model.Prior:0.00}");
        var steps = result.Model.Explain(0, 1).Steps;
        for (var slot = 0; slot < model.M.Length; slot++)
            Console.Out.WriteLine($"  {steps[slot + 1].What}: {string.Join(" ", model.M[slot].Skip(1).Select((m, i) => string.Create(CultureInfo.InvariantCulture, $"[{m:0.0000} {model.U[slot][i + 1]:0.000000} {model.Bits(slot, i + 1):0.0}]")))}");
        var byEntity = Enumerable.Range(0, entities.Length).GroupBy(i => entities[i]).Where(g => g.Count() > 1).SelectMany(g => from a in g from b in g where a < b select (a, b)).ToList();
        Show("MISSED", byEntity.Where(p => result.Clusters[p.a] != result.Clusters[p.b]));
        var byCluster = Enumerable.Range(0, entities.Length).GroupBy(i => result.Clusters[i]).Where(g => g.Count() > 1).SelectMany(g => from a in g from b in g where a < b && entities[a] != entities[b] select (a, b)).ToList();
        Show("WRONG", byCluster);

        void Show(string what, IEnumerable<(int a, int b)> pairs)
        {
            var all = pairs.ToList();
            Console.Out.WriteLine($"  == {what} {all.Count}");
            foreach (var (a, b) in all.OrderByDescending(p => result.Model.Score(p.a, p.b)).Where((_, i) => i % int.Max(1, all.Count / 40) == 0))
            {
                var w = result.Model.Explain(a, b);
                Console.Out.WriteLine($"  {string.Join(",", table.Rows[a])}\n  {string.Join(",", table.Rows[b])}\n     {w.Score:0.0}: {string.Join(" | ", w.Steps.Where(s => s.Level != "missing").Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.What} {s.Level} {s.Bits:0.0}{s.Rarity:+0.0;-0.0}")))}");
            }
        }
    }
}
