using System.Globalization;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>The fit over counts of patterns.</summary>
public class ExpectationMaximizationTests
{
    private static List<KeyValuePair<ulong, double>> Counts { get; } =
    [
        .. SourceTables.Rows("agreement-patterns").Select(row => KeyValuePair.Create(
            LevelPattern.Of([.. row.Take(5).Select(cell => (byte)(cell == "1" ? 1 : 2))]), double.Parse(row[5], CultureInfo.InvariantCulture))),
    ];

    private static MatchModel Start { get; } = new(0.01, Levels(0.9), Levels(0.1));

    [Fact]
    public void Five_agreements_over_all_pairs_give_the_reference_s_numbers()
    {
        var fit = ExpectationMaximization.Fit(Counts, Start, new(KeepU: false, Tolerance: 1e-14, MostSteps: 1000));
        fit.Model.Lambda.ShouldBe(0.0005451943349253656, 1e-10);
        ShouldBe(fit.Model.M, 0.58375938, 0.58971498, 0.72184723, 0.86415440, 0.72832084);
        ShouldBe(fit.Model.U, 0.00932209, 0.01812525, 0.01199776, 0.08384713, 0.03307186);
        fit.LogLikelihood.ShouldBe(-80718.999638, 1e-6);
        fit.Steps.ShouldBe(80);
    }

    [Fact]
    public void No_step_makes_the_counts_less_likely()
    {
        var before = double.NegativeInfinity;
        for (var steps = 1; steps <= 20; steps++)
        {
            var now = ExpectationMaximization.Fit(Counts, Start, new(KeepU: false, Tolerance: 0, MostSteps: steps)).LogLikelihood;
            now.ShouldBeGreaterThanOrEqualTo(before - 1e-7);
            before = now;
        }
    }

    [Fact]
    public void What_is_missing_is_neither_for_nor_against()
    {
        Start.Score(LevelPattern.Of([1, 0, 2])).ShouldBe(Start.Prior + Start.Bits(0, 1) + Start.Bits(2, 2), 1e-12);
        var known = ExpectationMaximization.Fit(Counts, Start, new(KeepU: false)).Model;
        var withAnEmptyOne = new MatchModel(0.01, [.. Start.M, [0, 0.9, 0.1]], [.. Start.U, [0, 0.1, 0.9]]);
        ExpectationMaximization.Fit(Counts, withAnEmptyOne, new(KeepU: false)).Model.Lambda.ShouldBe(known.Lambda, 1e-12);
    }

    [Fact]
    public void What_the_block_made_equal_is_not_learned_from_it()
    {
        var fit = ExpectationMaximization.Fit([.. Counts.Where(row => LevelPattern.At(row.Key, 0) == 1)], Start, new(Kept: 1)).Model;
        fit.M[0].ShouldBe(Start.M[0]);
        fit.U.ShouldBe(Start.U);
        fit.M[1][1].ShouldBeInRange(0.3, 0.9);
    }

    private static double[][] Levels(double agreeing) => [.. Enumerable.Range(0, 5).Select(_ => new[] { 0, agreeing, 1 - agreeing })];

    private static void ShouldBe(double[][] found, params double[] printed)
    {
        for (var i = 0; i < printed.Length; i++)
            found[i][1].ShouldBe(printed[i], 1e-8);
    }
}
