using Amparo.Statistics.Items;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Items;

/// <summary>What must hold of any test; items that nobody or everybody knows, and missing answers, among them.</summary>
public class ItemPropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(100);

    private static Arbitrary<double?[][]> Answers { get; } =
        (from items in Gen.Choose(2, 7)
         from persons in Gen.Choose(3, 25)
         from rows in Gen.Frequency((9, Gen.Choose(0, 1).Select(score => (double?)score)), (1, Gen.Constant((double?)null))).ArrayOf(items).ArrayOf(persons)
         select rows).ToArbitrary();

    [Fact]
    public void The_order_of_persons_changes_nothing() => ForAll(rows => Same(Wrong(rows), Wrong([.. rows.Reverse()])));

    [Fact]
    public void The_order_of_items_changes_their_order_alone() => ForAll(rows =>
    {
        var turned = Wrong([.. rows.Select(row => row.Reverse().ToArray())]);
        Same(Wrong(rows), turned with { Items = [.. turned.Items.Reverse()] });
    });

    [Fact]
    public void Ten_points_instead_of_one_change_totals_alone() => ForAll(rows =>
    {
        var ten = Wrong([.. rows.Select(row => row.Select(score => 10 * score).ToArray())], 10);
        Same(Wrong(rows), ten with { MeanTotal = ten.MeanTotal / 10, Deviation = ten.Deviation / 10, ErrorOfMeasurement = ten.ErrorOfMeasurement / 10 });
    });

    [Fact]
    public void Every_figure_lies_in_its_range() => ForAll(rows =>
    {
        var found = Wrong(rows);
        found.Items.ShouldAllBe(item => item.Difficulty >= 0 && item.Difficulty <= 1 && (item.Discrimination == null || double.Abs(item.Discrimination.Value) <= 1 + 1e-12));
        if (found.Alpha is { } alpha)
        {
            alpha.ShouldBeLessThanOrEqualTo(1 + 1e-12);
            found.AlphaLower!.Value.ShouldBeLessThanOrEqualTo(alpha + 1e-12);
            found.AlphaUpper!.Value.ShouldBeGreaterThanOrEqualTo(found.AlphaLower.Value);
        }
    });

    [Fact]
    public void A_gain_the_other_way_round_is_the_same_loss() => ForAll(rows =>
    {
        double[] before = [.. rows.Select(row => row.Sum(score => score ?? 0))], after = [.. before.Reverse()];
        var (one, other) = (PairedGain.Of(before, after), PairedGain.Of(after, before));
        other.Gain.ShouldBe(-one.Gain, 1e-12);
        other.Lower.ShouldBe(-one.Upper, 1e-9);
        (other.Size ?? 0).ShouldBe(-(one.Size ?? 0), 1e-12);
        (other.SizeLower ?? 0).ShouldBe(-(one.SizeUpper ?? 0), 1e-9);
        var ten = PairedGain.Of([.. before.Select(total => 3 + 10 * total)], [.. after.Select(total => 3 + 10 * total)]);
        (ten.Size ?? 0).ShouldBe(one.Size ?? 0, 1e-9);
    });

    private static ItemReport Wrong(double?[][] rows, double highest = 1) =>
        ItemAnalysis.Analyze(new([.. rows[0].Select((_, item) => $"{item}")], rows, highest), MissingAnswers.Wrong);

    private static void Same(ItemReport one, ItemReport other)
    {
        foreach (var (item, same) in one.Items.Zip(other.Items))
        {
            same.Missing.ShouldBe(item.Missing);
            Near(same.Difficulty, item.Difficulty);
            Near(same.Discrimination, item.Discrimination);
            Near(same.AlphaWithout, item.AlphaWithout);
        }

        Near(other.Alpha, one.Alpha);
        Near(other.AlphaLower, one.AlphaLower);
        Near(other.MeanTotal, one.MeanTotal);
        Near(other.Deviation, one.Deviation);
        Near(other.ErrorOfMeasurement, one.ErrorOfMeasurement);
    }

    private static void Near(double? one, double? other)
    {
        one.HasValue.ShouldBe(other.HasValue);
        (one ?? 0).ShouldBe(other ?? 0, 1e-9 * (1 + double.Abs(other ?? 0)));
    }

    private static void ForAll(Action<double?[][]> holds) => Check.One(Some, Prop.ForAll(Answers, holds));
}
