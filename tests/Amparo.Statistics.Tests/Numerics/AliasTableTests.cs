using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Numerics;

/// <summary>Draws as often as the weights say.</summary>
public class AliasTableTests
{
    [Fact]
    public void Each_is_drawn_as_often_as_its_weight_and_what_weighs_nothing_never()
    {
        double[] weights = [0, 1, 2, 0.5, 0, 6.5];
        var (table, random, drawn) = (new AliasTable(weights), new RandomStream(1, 1), new int[weights.Length]);
        for (var i = 0; i < 1_000_000; i++)
            drawn[table.Draw(random)]++;
        for (var i = 0; i < weights.Length; i++)
            (drawn[i] / 1_000_000.0).ShouldBe(weights[i] / 10, 0.0025);
        (drawn[0], drawn[4]).ShouldBe((0, 0));
    }

    [Fact]
    public void Weights_that_are_none_are_refused()
    {
        Should.Throw<ArgumentException>(() => new AliasTable([0, 0]));
        Should.Throw<ArgumentException>(() => new AliasTable([1, -1]));
        Should.Throw<ArgumentException>(() => new AliasTable([double.NaN]));
    }
}
