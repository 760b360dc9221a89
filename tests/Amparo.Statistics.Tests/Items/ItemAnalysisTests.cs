using Amparo.Statistics.Items;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Items;

/// <summary>Item analysis and gains against small tables that were computed by hand.</summary>
public class ItemAnalysisTests
{
    private static readonly string[] Names = ["one", "two", "three"];

    /// <summary>Totals 3, 2, 1, 0, 3: variance 1.7; the items' variances 0.2, 0.3, 0.3.</summary>
    private static readonly double?[][] Five = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0], [1, 1, 1]];

    [Fact]
    public void Five_persons_and_three_items_are_as_computed_by_hand()
    {
        var found = ItemAnalysis.Analyze(new(Names, Five));
        found.Alpha!.Value.ShouldBe(1.5 * (1 - 0.8 / 1.7), 1e-12);
        found.Items.Select(item => item.Difficulty).ShouldBe([0.8, 0.6, 0.4], 1e-12);
        found.Items.Select(item => item.Discrimination!.Value).ShouldBe([0.25 / double.Sqrt(0.2), 0.35 / double.Sqrt(0.21), 0.3 / double.Sqrt(0.24)], 1e-12);
        found.Items[2].AlphaWithout!.Value.ShouldBe(0.75, 1e-12);
        (found.MeanTotal, found.Persons, found.LeftOut).ShouldBe((1.8, 5, 0));
        found.ErrorOfMeasurement!.Value.ShouldBe(double.Sqrt(1.7 * (1 - found.Alpha!.Value)), 1e-12);
    }

    [Fact]
    public void Feldts_interval_has_the_quantiles_of_the_tables()
    {
        // F with 4 and 8 degrees: 5.0526 above 97.5 %, and 1/8.9796 below.
        var found = ItemAnalysis.Analyze(new(Names, Five));
        found.AlphaLower!.Value.ShouldBe(1 - (1 - found.Alpha!.Value) * 5.0526, 1e-5);
        found.AlphaUpper!.Value.ShouldBe(1 - (1 - found.Alpha!.Value) / 8.9796, 1e-5);
    }

    [Fact]
    public void Feldts_interval_holds_the_truth_as_often_as_it_says()
    {
        // Eight items, each the person plus its own error of the same variance: alpha is 8/9.
        var held = Enumerable.Range(0, 1000).Count(set =>
        {
            var random = new RandomStream(21, set);
            var found = ItemAnalysis.Analyze(new([.. Enumerable.Range(0, 8).Select(item => $"{item}")],
                [.. Enumerable.Range(0, 30).Select(_ => Person(random.Normal(), random))], 100));
            return found.AlphaLower <= 8.0 / 9 && 8.0 / 9 <= found.AlphaUpper;
        });
        held.ShouldBeInRange(930, 970);

        static double?[] Person(double ability, RandomStream random) => [.. Enumerable.Range(0, 8).Select(_ => (double?)(50 + 5 * (ability + random.Normal())))];
    }

    [Fact]
    public void Missing_answers_leave_a_person_out_or_count_as_wrong()
    {
        double?[][] some = [.. Five, [1, null, 1]];
        var (without, five) = (ItemAnalysis.Analyze(new(Names, some)), ItemAnalysis.Analyze(new(Names, Five)));
        (without.Persons, without.LeftOut, without.Alpha).ShouldBe((5, 1, five.Alpha));
        without.Items.Select(item => item.Discrimination).ShouldBe(five.Items.Select(item => item.Discrimination));
        without.Items.Select(item => item.Missing).ShouldBe([0, 1, 0]);
        var wrong = ItemAnalysis.Analyze(new(Names, some), MissingAnswers.Wrong);
        (wrong.Persons, wrong.LeftOut, wrong.Items[1].Missing).ShouldBe((6, 0, 1));
        wrong.Items[1].Difficulty.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void What_never_changes_has_no_figure()
    {
        var easy = ItemAnalysis.Analyze(new(Names, [[1, 1, 0], [1, 0, 1], [1, 0, 0]]));
        easy.Items[0].Discrimination.ShouldBeNull();
        var alike = ItemAnalysis.Analyze(new(Names, [[1, 1, 0], [1, 0, 1], [1, 1, 0]]));
        (alike.Alpha, alike.AlphaLower, alike.ErrorOfMeasurement).ShouldBe((null, null, null));
        alike.Items[1].Discrimination!.Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void A_gain_of_four_persons_is_as_computed_by_hand()
    {
        // Gains 3, 1, 3, 1; variances 20/3 and 16/3, covariance 16/3.
        var found = PairedGain.Of([2, 4, 6, 8], [5, 5, 9, 9]);
        (found.Persons, found.Before, found.After, found.Gain).ShouldBe((4, 5, 7, 2));
        found.Lower.ShouldBe(2 - 3.1824463053 / double.Sqrt(3), 1e-9);
        found.Upper.ShouldBe(2 + 3.1824463053 / double.Sqrt(3), 1e-9);
        found.Size!.Value.ShouldBe(8.0 / 11 * 2 / double.Sqrt(6), 1e-12);
        var spread = double.Sqrt(4.0 / 6 * (400 + 256 + 512) / 9 / (8 * 36 * 3) + 4.0 / 3 / 18);
        (found.SizeUpper!.Value - found.SizeLower!.Value).ShouldBe(8.0 / 11 * 2 * 1.959963984540054 * spread, 1e-12);
        found.P.ShouldBe(IncompleteBeta.StudentBeyond(2 * double.Sqrt(3), 3), 1e-12);
    }

    [Fact]
    public void The_interval_of_the_size_holds_the_truth_about_as_often_as_it_says()
    {
        var held = Enumerable.Range(0, 1000).Count(set =>
        {
            var random = new RandomStream(22, set);
            var (before, after) = (new double[60], new double[60]);
            for (var i = 0; i < 60; i++)
            {
                var person = double.Sqrt(0.6) * random.Normal();
                (before[i], after[i]) = (person + double.Sqrt(0.4) * random.Normal(), 0.8 + person + double.Sqrt(0.4) * random.Normal());
            }

            var found = PairedGain.Of(before, after);
            return found.SizeLower <= 0.8 && 0.8 <= found.SizeUpper;
        });
        held.ShouldBeInRange(925, 970);
    }

    [Fact]
    public void What_is_no_test_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ItemAnswers(["one"], [[1]])).Message.ShouldContain("two items");
        Should.Throw<ArgumentException>(() => new ItemAnswers(Names, [[1, 2, 0]])).Message.ShouldContain("from 0 to 1");
        Should.Throw<ArgumentException>(() => ItemAnalysis.Analyze(new(Names, [[1, 1, 0], [1, null, 0], [0, 0, 0]]))).Message.ShouldContain("2 persons are too few");
        Should.Throw<ArgumentException>(() => PairedGain.Of([1, 2], [2, 3])).Message.ShouldContain("there are 2");
        Should.Throw<ArgumentException>(() => PairedGain.Of(new ItemAnswers(Names, Five), new ItemAnswers(["one", "two", "four"], Five))).Message.ShouldContain("same items");
    }
}
