using System.Numerics;
using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.Panels;
using Amparo.Statistics.Numerics;
using static Amparo.Statistics.Tests.PublishedTables;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>Latent classes on tables whose truth is known, since the reference's figure is that of one chain; the long run on the UK's lists stands in docs/methods.</summary>
public class LatentClassTests
{
    private static readonly LatentClassOptions Few = new(Chains: 4, Sweeps: 1000);

    [Fact]
    public void People_of_two_kinds_are_counted_where_independence_of_lists_would_miss_many()
    {
        // 2,000 whom each list sees with 0.5 and 6,000 whom each sees with 0.1.
        var table = Expected(5, (2000, 0.5), (6000, 0.1));
        var finding = LatentClasses.Run(table, Few, Running.Freely);
        var (lower, upper) = (finding.Interval!.Lower, finding.Interval.Upper);
        lower.ShouldBeLessThan(8000);
        upper.ShouldBeGreaterThan(8000);
        finding.Estimate!.Value.ShouldBe(8000, 1000);
        Panel.Ask(table, new PanelOptions { Methods = ["mt"] }, Running.Freely).Findings[0].Estimate!.Value.ShouldBeLessThan(6000, "as if all were of one kind");
    }

    [Fact]
    public void People_of_one_kind_are_counted_as_independent_lists_count_them()
    {
        var finding = LatentClasses.Run(Expected(4, (3000, 0.3)), Few, Running.Freely);
        finding.Estimate!.Value.ShouldBe(3000, 150);
        finding.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_seed_gives_the_same_on_one_core_and_on_two_and_another_nearly_the_same()
    {
        double Of(int cores, long seed) => LatentClasses.Run(Korea, Few with { Seed = seed }, new Running(cores)).Estimate!.Value;
        var first = Of(1, 1);
        Of(2, 1).ShouldBe(first);
        Of(2, 2).ShouldBe(first, 0.1 * first);
    }

    [Fact]
    public void Chains_that_do_not_agree_are_named_and_the_method_is_asked_by_name_alone()
    {
        // The UK's five lists: two hills far apart, and short chains stay on theirs.
        var panel = Panel.Ask(Uk, new PanelOptions { Methods = [LatentClasses.Name], Classes = Few with { Sweeps = 200 } }, Running.Freely);
        panel.Findings[0].Warnings.ShouldHaveSingleItem().ShouldContain("do not agree");
        Panel.Usual(5).ShouldNotContain(LatentClasses.Name);
    }

    [Fact]
    public void Two_lists_are_not_enough()
    {
        var table = new OverlapTable(["a", "b"], [KeyValuePair.Create(1, 5), KeyValuePair.Create(3, 5)]);
        Should.Throw<ArgumentOutOfRangeException>(() => LatentClasses.Run(table, Few, Running.Freely));
        Panel.Ask(table, new PanelOptions { Methods = [LatentClasses.Name] }, Running.Freely).Findings[0].Warnings[0].ShouldContain("3 lists or more");
    }

    // What would be seen on average, rounded.
    private static OverlapTable Expected(int lists, params (int People, double Chance)[] kinds) => new(
        [.. Enumerable.Range(0, lists).Select(list => $"list {list}")],
        Enumerable.Range(1, (1 << lists) - 1).Select(history => KeyValuePair.Create(history, (int)double.Round(kinds.Sum(kind =>
            kind.People * double.Pow(kind.Chance, BitOperations.PopCount((uint)history)) * double.Pow(1 - kind.Chance, lists - BitOperations.PopCount((uint)history)))))));
}
