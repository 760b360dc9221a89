namespace Amparo.Statistics.Tests.Linkage;

/// <summary>Sets whose truth is known, at the defaults. The bounds are what was asked of the method, not what it reaches.</summary>
public class GoldenLinkageTests
{
    [Fact]
    public void FEBRL1_is_linked_as_well_as_by_the_best_reference() => Linked.Febrl.OfGroups().F1.ShouldBeGreaterThanOrEqualTo(0.9990);

    [Fact]
    public void Fake1000_is_linked_better_than_by_the_reference() => Linked.Fake.OfGroups().F1.ShouldBeGreaterThanOrEqualTo(0.88);

    [Fact]
    public void Spanish_names_among_siblings_and_namesakes_are_linked()
    {
        var (precision, _, f1) = Linked.Siblings.OfGroups();
        precision.ShouldBeGreaterThanOrEqualTo(0.97);
        f1.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Siblings_twins_and_namesakes_stay_apart_but_for_three_in_a_hundred()
    {
        var set = Linked.Siblings;
        var groups = set.Result.Clusters.Zip(set.Entities).ToLookup(both => both.Second, both => both.First);
        var pairs = SourceTables.Rows("spanish-names-apart").ToList();
        var joined = pairs.Count(pair => groups[pair[0]].Intersect(groups[pair[1]]).Any());
        pairs.Count.ShouldBe(172);
        ((double)joined / pairs.Count).ShouldBeLessThanOrEqualTo(0.03);
    }

    [Fact]
    public void The_truth_is_not_among_what_is_compared()
    {
        foreach (var set in new[] { Linked.Febrl, Linked.Fake, Linked.Siblings })
            set.Result.Model.Comparisons.Select(comparison => comparison.Comparison).ShouldNotContain(name => name == "entity" || name == "cluster" || name == "rec_id" || name == "unique_id");
    }
}
