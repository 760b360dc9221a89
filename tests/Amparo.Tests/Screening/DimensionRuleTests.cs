using Amparo.Screening;

namespace Amparo.Tests.Screening;

public class DimensionRuleTests
{
    [Theory]
    [InlineData(2, 0, 0, true)]
    [InlineData(1, 1, 0, true)]
    [InlineData(1, 0, 1, true)]
    [InlineData(0, 3, 0, true)]
    [InlineData(0, 2, 1, true)]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 0, 0, false)]
    [InlineData(0, 2, 0, false)]
    [InlineData(0, 1, 9, false)]
    [InlineData(0, 0, 9, false)]
    public void A_dimension_is_positive_by_the_counts_of_the_source(int strong, int medium, int weak, bool positive) =>
        DimensionRule.IsPositive(strong, medium, weak).ShouldBe(positive);

    [Fact]
    public void One_indicator_more_or_a_stronger_one_never_makes_it_less()
    {
        foreach (var (strong, medium, weak) in from s in Enumerable.Range(0, 4) from m in Enumerable.Range(0, 5) from w in Enumerable.Range(0, 4) select (s, m, w))
        {
            if (DimensionRule.IsPositive(strong, medium, weak))
            {
                DimensionRule.IsPositive(strong + 1, medium, weak).ShouldBeTrue();
                DimensionRule.IsPositive(strong, medium + 1, weak).ShouldBeTrue();
                DimensionRule.IsPositive(strong, medium, weak + 1).ShouldBeTrue();
                DimensionRule.IsPositive(strong + 1, Math.Max(0, medium - 1), weak).ShouldBeTrue($"{strong} {medium} {weak}");
                DimensionRule.IsPositive(strong, medium + 1, Math.Max(0, weak - 1)).ShouldBeTrue($"{strong} {medium} {weak}");
            }
        }
    }

    [Theory]
    [InlineData("+...++", SupportOutcome.Open)]
    [InlineData("+.. + + .", SupportOutcome.Trafficking)]
    [InlineData("-+. + + .", SupportOutcome.Trafficking)]
    [InlineData("+-. + - .", SupportOutcome.DeceptionAndExploitation)]
    [InlineData("-+. + - .", SupportOutcome.Open)]
    [InlineData("--. + - .", SupportOutcome.ExploitationAlone)]
    [InlineData("--. - - .", SupportOutcome.NothingPositive)]
    [InlineData("-.. - - .", SupportOutcome.Open)]
    [InlineData("--. + . .", SupportOutcome.Open)]
    [InlineData("... . . .", SupportOutcome.Open)]
    public void The_whole_follows_the_rows_of_the_source_and_nothing_else(string states, SupportOutcome outcome)
    {
        var six = states.Replace(" ", "", StringComparison.Ordinal);
        DimensionRule.Outcome(dimension => six[(int)dimension] switch
        {
            '+' => DimensionState.Positive,
            '-' => DimensionState.Negative,
            _ => DimensionState.Open,
        }).ShouldBe(outcome);
    }

    [Fact]
    public void One_answer_fires_several_indicators_and_counts_once()
    {
        // The debt speaks in three dimensions, and in each of them once.
        var support = Banks.Assess("P1=adult M5=cannot-pay").Support.Single(s => s.Set == IndicatorSet.AdultLabour);
        support.Dimensions.Select(d => d.Counted.Count).ShouldBe([0, 1, 0, 0, 1, 0]);
        support.Dimensions[(int)Dimension.CoercionAtDestination].State.ShouldBe(DimensionState.Open);
    }

    [Fact]
    public void An_answer_caps_the_strength_of_an_indicator_and_never_raises_it()
    {
        var partly = Banks.Assess("P1=adult D1=partly").Support.Single(s => s.Set == IndicatorSet.AdultLabour);
        partly.Dimensions[0].Counted.Single().Strength.ShouldBe(Strength.Medium);
        var studies = Banks.Assess("P1=adult D9=yes").Support.Single(s => s.Set == IndicatorSet.AdultLabour);
        studies.Dimensions[0].Counted.Single().Strength.ShouldBe(Strength.Weak);
        Banks.Assess("P1=14-17 D9=yes").Support.Single(s => s.Set == IndicatorSet.ChildLabour).Dimensions[0].Counted.Single().Strength.ShouldBe(Strength.Strong);
    }
}
