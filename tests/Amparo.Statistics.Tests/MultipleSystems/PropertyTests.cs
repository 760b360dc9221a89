using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Panels;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>What must hold for any table; FsCheck names the table that breaks it.</summary>
public class PropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(60);

    /// <summary>Three or four lists, counts from none to a few hundred, many of them none.</summary>
    private static Arbitrary<int[]> Tables { get; } =
        (from lists in Gen.Elements(3, 4)
         from cells in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 9), Gen.Choose(10, 300)).ArrayOf((1 << lists) - 1)
         where cells.Sum() > 0
         select cells).ToArbitrary();

    [Fact]
    public void The_order_of_the_lists_changes_no_code_and_no_estimate() => ForAll(table =>
    {
        var turned = Turned(table);
        foreach (var model in HierarchicalModels.All(table.Lists.Count, 2))
        {
            var other = LoglinearModel.Of(model.Lists, model.Interactions.Select(term => Turn(term, model.Lists)));
            var (one, two) = (Loglinear.Fit(table, model), Loglinear.Fit(turned, other));
            two.Code.ShouldBe(one.Code, model.ToString());
            if (one.Code == 0)
                two.Population.ShouldBe(one.Population, 1e-6 * one.Population);
        }
    });

    [Fact]
    public void What_the_fit_finds_sound_the_exact_check_does_too() => ForAll(table =>
    {
        foreach (var model in HierarchicalModels.All(table.Lists.Count, table.Lists.Count - 1))
            Loglinear.Fit(table, model).Code.ShouldBe(Loglinear.Code(table, model), model.ToString());
    });

    [Fact]
    public void Ten_times_as_many_cases_are_ten_times_as_many_people() => ForAll(table =>
    {
        var tenfold = new OverlapTable(table.Lists, table.Observed.Select(h => KeyValuePair.Create(h, 10 * table.Counts[h])));
        foreach (var model in HierarchicalModels.All(table.Lists.Count, 2))
        {
            var (one, ten) = (Loglinear.Fit(table, model), Loglinear.Fit(tenfold, model));
            ten.Code.ShouldBe(one.Code);
            if (one.Code == 0)
                ten.Population.ShouldBe(10 * one.Population, 1e-6 * 10 * one.Population);
        }
    });

    [Fact]
    public void There_are_never_fewer_people_than_were_seen() => ForAll(table =>
    {
        var verdict = Panel.Ask(table, new PanelOptions { Bootstrap = new(0), Graphs = new(MostMissing: 2000), Bayes = new(Draws: 2000) }, Running.Freely);
        foreach (var finding in verdict.Findings.Where(f => f.Estimate is not null))
            finding.Estimate!.Value.ShouldBeGreaterThanOrEqualTo(table.Total);
        foreach (var finding in verdict.Findings.Where(f => f.Code > 0))
            finding.Estimate.ShouldBeNull();
    });

    [Fact]
    public void A_fit_has_the_overlaps_of_the_data() => ForAll(table =>
    {
        var fitter = new Amparo.Statistics.MultipleSystems.Fitting.LoglinearFitter(table.Lists.Count);
        var counts = new Amparo.Statistics.MultipleSystems.Fitting.CellCounts(table);
        foreach (var model in HierarchicalModels.All(table.Lists.Count, 2).Where(model => fitter.Fit(counts, model.Terms, []) == 0))
        {
            fitter.Fit(counts, model.Terms, []);
            foreach (var term in model.Interactions)
                fitter.ExpectedOverlaps[term].ShouldBe(table.Overlap(term), 1e-6 * table.Total);
        }
    });

    [Fact]
    public void The_posterior_over_graphs_is_one_and_does_not_know_the_order_of_the_lists() => ForAll(table =>
    {
        var (one, two) = (GraphAveraging.Posterior(table, new(MostMissing: 500), Running.Freely), GraphAveraging.Posterior(Turned(table), new(MostMissing: 500), Running.Freely));
        one.Density.Sum().ShouldBe(1, 1e-9);
        two.Mean.ShouldBe(one.Mean, 1e-7 * one.Mean);
    });

    [Fact]
    public void One_core_finds_what_all_find() => ForAll(table =>
    {
        var options = new PanelOptions { Bootstrap = new(50, 3), Graphs = new(MostMissing: 800), Bayes = new(Draws: 3000) };
        var (one, all) = (Panel.Ask(table, options, new Running(Cores: 1)), Panel.Ask(table, options, new Running(Cores: 4)));
        all.Findings.Select(f => (f.Estimate, f.Interval, f.Model, f.Code)).ShouldBe(one.Findings.Select(f => (f.Estimate, f.Interval, f.Model, f.Code)));
    });

    private static void ForAll(Action<OverlapTable> holds) => Prop.ForAll(Tables, cells => holds(Table(cells))).Check(Some);

    private static OverlapTable Table(int[] cells) =>
        new([.. Enumerable.Range(1, int.Log2(cells.Length + 1)).Select(list => $"list {list}")], cells.Select((count, i) => KeyValuePair.Create(i + 1, count)));

    private static OverlapTable Turned(OverlapTable table) =>
        new([.. table.Lists.Reverse()], table.Observed.Select(h => KeyValuePair.Create(Turn(h, table.Lists.Count), table.Counts[h])));

    private static int Turn(int mask, int lists) => Enumerable.Range(0, lists).Sum(list => ((mask >> list) & 1) << (lists - 1 - list));
}
