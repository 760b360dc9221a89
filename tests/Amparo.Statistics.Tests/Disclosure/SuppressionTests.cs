using Amparo.Statistics.Disclosure;
using Amparo.Statistics.Disclosure.Suppressing;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Disclosure;

/// <summary>The search and the attacker against brute force on tables small enough for it.</summary>
public class SuppressionTests
{
    private static readonly Protection Three = new(3);
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(15);

    /// <summary>Two rows, three columns, counts from none to seven, many of them small.</summary>
    private static Arbitrary<int[]> Grids { get; } = Gen.Choose(0, 7).ArrayOf(6).Where(cells => cells.Sum() > 0).ToArbitrary();

    [Theory]
    [InlineData(SuppressionCost.People, true), InlineData(SuppressionCost.Figures, true), InlineData(SuppressionCost.People, false)]
    public void The_search_finds_the_cost_that_trying_every_set_finds(SuppressionCost cost, bool zeros) => Prop.ForAll(Grids, cells =>
    {
        var protection = Three with { ZerosArePublic = zeros };
        var table = Grid(cells);
        var figures = table.Figures([[0, 1]]);
        var found = Suppressor.Run(table, figures, new(protection, cost), CancellationToken.None);
        found.IsSafe.ShouldBeTrue();
        found.IsLeast.ShouldBeTrue();
        found.Cost.ShouldBe(new BruteForce(table, figures, protection, 3).LeastCost(protection, figure => cost == SuppressionCost.People ? figure.Count : 1), 1e-9);
    }).Check(Some);

    [Fact]
    public void What_the_attacker_derives_is_what_all_consistent_tables_say() => Prop.ForAll(Grids, cells =>
    {
        var table = Grid(cells);
        var figures = table.Figures([[0, 1]]);
        var found = Suppressor.Run(table, figures, new(Three), CancellationToken.None);
        var ends = new BruteForce(table, figures, Three, 4).Derive(Hidden(found));
        for (var i = 0; i < ends.Length; i++)
        {
            var derived = found.Figures[i].Derivable;
            // Brute force goes four up and down in each cell, so it sees only so far.
            ends[i].Lowest.ShouldBe((int)double.Max(derived.Lowest, ends[i].Lowest), figures[i].ToString());
            if (figures[i].Cells.Count == 1)
            {
                ends[i].Lowest.ShouldBe((int)double.Max(derived.Lowest, int.Max(0, figures[i].Count - 4)), figures[i].ToString());
                ends[i].Highest.ShouldBe((int)double.Min(derived.Highest, figures[i].Count + 4), figures[i].ToString());
            }
        }
    }).Check(Some);

    [Fact]
    public void Tables_that_share_margins_are_attacked_together() => Prop.ForAll(Gen.Choose(0, 6).ArrayOf(8).Where(cells => cells.Sum() > 0).ToArbitrary(), cells =>
    {
        var table = new CountTable([Dimension.Flat("a", ["1", "2"]), Dimension.Flat("b", ["1", "2"]), Dimension.Flat("c", ["1", "2"])], Rows(cells, 2, 2, 2));
        var figures = table.Figures([[0, 1], [0, 2], [1, 2]]);
        var found = Suppressor.Run(table, figures, new(Three), CancellationToken.None);
        found.IsSafe.ShouldBeTrue();
        var ends = new BruteForce(table, figures, Three, 2).Derive(Hidden(found));
        for (var i = 0; i < ends.Length; i++)
        {
            found.Figures[i].Derivable.Lowest.ShouldBeLessThanOrEqualTo(ends[i].Lowest);
            found.Figures[i].Derivable.Highest.ShouldBeGreaterThanOrEqualTo(ends[i].Highest);
        }
    }).Check(Some);

    [Fact]
    public void Groups_of_a_hierarchy_give_nothing_away() => Prop.ForAll(Gen.Choose(0, 9).ArrayOf(12).Where(cells => cells.Sum() > 0).ToArbitrary(), cells =>
    {
        var places = new Dimension(["region", "district"],
            [new(["N", "1"], [0]), new(["N", "2"], [1]), new(["S", "3"], [2]), new(["S", "4"], [3])], [new(["N", "*"], [0, 1]), new(["S", "*"], [2, 3])]);
        var table = new CountTable([places, Dimension.Flat("sex", ["f", "m", "x"])], Rows(cells, 4, 3));
        var figures = table.Figures([[0, 1]]);
        var found = Suppressor.Run(table, figures, new(Three), CancellationToken.None);
        found.IsSafe.ShouldBeTrue();
        found.LowestCost.ShouldBeLessThanOrEqualTo(found.Cost + 1e-6);
        foreach (var row in found.Figures)
        {
            (row.Status == FigureStatus.Published && Three.IsSmall(row.Figure.Count)).ShouldBeFalse();
            row.Derivable.Lowest.ShouldBeLessThanOrEqualTo(row.Figure.Count);
            row.Derivable.Highest.ShouldBeGreaterThanOrEqualTo(row.Figure.Count);
        }
    }).Check(Some);

    [Fact]
    public void Without_a_search_the_gap_to_the_proved_bound_is_told() => Prop.ForAll(Grids, cells =>
    {
        var table = Grid(cells);
        var figures = table.Figures([[0, 1]]);
        var (quick, least) = (Suppressor.Run(table, figures, new(Three, MostSteps: 0), CancellationToken.None), Suppressor.Run(table, figures, new(Three), CancellationToken.None));
        quick.IsSafe.ShouldBeTrue();
        quick.LowestCost.ShouldBeLessThanOrEqualTo(least.Cost + 1e-6);
        quick.Cost.ShouldBeGreaterThanOrEqualTo(least.Cost - 1e-6);
    }).Check(Some);

    [Fact]
    public void A_single_small_count_takes_the_cheapest_rectangle_with_it()
    {
        // 2 is small. Beside it stand 20 and 9 in its row and 30 and 8 in its column; 9, 8 and 7 close the cheapest rectangle, in which 8 can fall by 7.
        var table = new CountTable([Dimension.Flat("a", ["1", "2", "3"]), Dimension.Flat("b", ["1", "2", "3"])], Rows([2, 20, 9, 30, 40, 50, 8, 60, 7], 3, 3));
        var found = Suppressor.Run(table, table.Figures([[0, 1]]), new(Three), CancellationToken.None);
        found.Figures.Where(row => row.Status == FigureStatus.Complementary).Select(row => row.Figure.Count).Order().ShouldBe([7, 8, 9]);
        found.Figures.Single(row => row.Status == FigureStatus.Primary).Derivable.ShouldBe(new Derivable(1, 9));
    }

    private static long Hidden(Suppression found) => Enumerable.Range(0, found.Figures.Count).Where(i => found.Figures[i].Status != FigureStatus.Published).Sum(i => 1L << i);

    private static CountTable Grid(int[] cells) => new([Dimension.Flat("a", ["1", "2"]), Dimension.Flat("b", ["1", "2", "3"])], Rows(cells, 2, 3));

    private static IEnumerable<(IReadOnlyList<int>, int)> Rows(int[] cells, params int[] sizes)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (rest, codes) = (cell, new int[sizes.Length]);
            for (var i = sizes.Length - 1; i >= 0; i--)
                (rest, codes[i]) = (rest / sizes[i], rest % sizes[i]);
            yield return (codes, cells[cell]);
        }
    }
}
