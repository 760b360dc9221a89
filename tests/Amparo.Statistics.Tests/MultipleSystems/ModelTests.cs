using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Graphs;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>Models and graphs are all there, once each.</summary>
public class ModelTests
{
    [Theory]
    [InlineData(3, 2, 8), InlineData(4, 2, 64), InlineData(4, 3, 113), InlineData(5, 2, 1024), InlineData(5, 3, 6212), InlineData(5, 4, 6893)]
    public void There_are_as_many_hierarchical_models_as_counted(int lists, int order, int models)
    {
        var all = HierarchicalModels.All(lists, order);
        all.Count.ShouldBe(models);
        all.Distinct().Count().ShouldBe(models);
        all[0].ShouldBe(LoglinearModel.MainEffects(lists));
    }

    [Theory, InlineData(2, 2), InlineData(3, 8), InlineData(4, 61), InlineData(5, 822), InlineData(6, 18154)]
    public void There_are_as_many_decomposable_graphs_as_counted(int lists, int graphs) => DecomposableGraph.All(lists).Count.ShouldBe(graphs);

    [Fact]
    public void A_model_reads_as_it_is_written()
    {
        foreach (var model in HierarchicalModels.All(4, 3))
            LoglinearModel.Parse(model.ToString(), 4).ShouldBe(model);
        var wide = LoglinearModel.Of(11, 0b100_0000_0001, 0b11);
        wide.ToString().ShouldBe("[1.11,1.2]");
        LoglinearModel.Parse(wide.ToString(), 11).ShouldBe(wide);
        Should.Throw<FormatException>(() => LoglinearModel.Parse("[16]", 5));
        Should.Throw<FormatException>(() => LoglinearModel.Parse("12", 5));
    }

    [Fact]
    public void With_a_term_come_its_parts() =>
        LoglinearModel.Parse("[123]", 3).Interactions.ShouldBe([0b011, 0b101, 0b110, 0b111]);

    [Fact]
    public void Too_many_models_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() => HierarchicalModels.All(7, 2));
}
