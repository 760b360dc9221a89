using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Scanning;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Small maps whose clusters were computed by hand, and what p-values must be.</summary>
public class ScanTests
{
    private static readonly Place[] Line = [new("a", 0, 0), new("b", 1, 0), new("c", 2, 0), new("d", 10, 0)];

    [Fact]
    public void Two_neighbours_with_ten_cases_each_are_the_cluster()
    {
        var finding = Scan(new ScanMap(Line, 1, [10, 10, 2, 2], [100, 100, 100, 100]), new(ScanModel.Spatial));
        var cluster = finding.Clusters.ShouldHaveSingleItem();
        cluster.Places.Order().ShouldBe([0, 1]);
        (cluster.Cases, cluster.Radius).ShouldBe((20, 1));
        cluster.Expected.ShouldBe(12, 1e-12);
        cluster.LogRatio.ShouldBe(20 * double.Log(20.0 / 12) + 4 * double.Log(4.0 / 12), 1e-12);
        cluster.RelativeRisk.ShouldBe(5, 1e-12);
        cluster.PValue!.Value.ShouldBeLessThan(0.05);
        finding.Replications.ShouldBe(999);
    }

    [Fact]
    public void Without_population_a_place_is_held_against_its_own_usual()
    {
        // The one has 8 of 20 cases and the last time 8 of 20: together 3.2 are expected, and 5 came.
        var cluster = Scan(new ScanMap(Line[..2], 4, [1, 1, 1, 5, 3, 3, 3, 3]), new(ScanModel.Permutation)).Clusters[0];
        (cluster.Places.Single(), cluster.First, cluster.Last, cluster.Cases).ShouldBe((0, 4, 4, 5));
        cluster.Expected.ShouldBe(3.2, 1e-12);
        cluster.LogRatio.ShouldBe(5 * double.Log(5 / 3.2) + 15 * double.Log(15 / 16.8), 1e-12);
    }

    [Fact]
    public void What_is_over_is_found_by_looking_back_and_not_by_looking_at_now()
    {
        // Six cases at the second and third time where 12 cases × half the people × half of four times are 3.
        var map = new ScanMap(Line[..2], 4, [0, 3, 3, 1, 1, 1, 2, 1], [50, 50]);
        var back = Scan(map, new(ScanModel.SpaceTime)).Clusters[0];
        (back.First, back.Last, back.Cases).ShouldBe((2, 3, 6));
        back.Expected.ShouldBe(3, 1e-12);
        Scan(map, new(ScanModel.SpaceTime, IsProspective: true)).Clusters.ShouldAllBe(cluster => cluster.Last == 4 && cluster.Cases < 6);
    }

    [Fact]
    public void A_population_that_grows_is_expected_to_have_more_cases()
    {
        // Place a doubles at the second time: of 9 cases it is expected to have 2, 4, and the other 1.5 each time.
        double[] people = [4, 8, 3, 3];
        var cluster = Scan(new ScanMap(Line[..2], 2, [2, 3, 0, 4], people), new(ScanModel.SpaceTime, MostShare: 1)).Clusters[0];
        (cluster.Places.Single(), cluster.First, cluster.Last, cluster.Cases).ShouldBe((1, 2, 2, 4));
        cluster.Expected.ShouldBe(1.5, 1e-12);
    }

    [Fact]
    public void Degrees_are_made_kilometres()
    {
        // One degree of a great circle of 6,367 km.
        Place[] places = [new("equator", 0, 0), new("north", 0, 1), new("east", 1, 0), new("far", 90, 0)];
        var cluster = Scan(new ScanMap(places, 1, [6, 6, 6, 1], [9, 9, 9, 90], isGlobe: true), new(ScanModel.Spatial)).Clusters[0];
        cluster.Places.Order().ShouldBe([0, 1, 2]);
        cluster.Radius.ShouldBe(6367 * double.Pi / 180, 1e-6);
    }

    [Fact]
    public void Without_a_cluster_one_map_in_ten_has_a_p_value_of_a_tenth()
    {
        var (maps, below) = (200, 0);
        Place[] places = [.. Enumerable.Range(0, 12).Select(i => new Place($"{i}", i % 4, i / 4))];
        for (var map = 0; map < maps; map++)
        {
            var random = new RandomStream(3, map);
            var cases = new int[12];
            for (var one = 0; one < 60; one++)
                cases[random.Below(12)]++;
            var found = Scan(new ScanMap(places, 1, cases, [.. Enumerable.Repeat(5.0, 12)]), new(ScanModel.Spatial, Replications: 199, Seed: map)).Clusters;
            below += found.Count > 0 && found[0].PValue <= 0.1 ? 1 : 0;
        }

        // 20 are expected, with a deviation of 4.2.
        below.ShouldBeInRange(8, 33);
    }

    [Fact]
    public void Drawing_stops_once_enough_maps_were_as_strong()
    {
        var map = new ScanMap(Line, 1, [3, 2, 2, 2], [100, 100, 100, 100]);
        var (all, early) = (Scan(map, new(ScanModel.Spatial)), Scan(map, new(ScanModel.Spatial, StopAfter: 20)));
        early.Replications.ShouldBeLessThan(100);
        early.Clusters[0].PValue!.Value.ShouldBe((1.0 + 20) / (1 + early.Replications), 1e-12);
        early.Clusters[0].PValue!.Value.ShouldBe(all.Clusters[0].PValue!.Value, 0.15);
    }

    [Fact]
    public void What_cannot_be_scanned_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ScanMap(Line, 1, [0, 0, 0, 0], [1, 1, 1, 1])).Message.ShouldContain("no case");
        Should.Throw<ArgumentException>(() => new ScanMap(Line, 1, [0, 1, 0, 0], [1, 0, 1, 1])).Message.ShouldContain("b has cases and no population");
        Should.Throw<ArgumentException>(() => new ScanMap([new("pole", 0, 91), Line[0]], 1, [1, 0], isGlobe: true)).Message.ShouldContain("pole lies nowhere");
        Should.Throw<ArgumentException>(() => Scan(new ScanMap(Line, 1, [1, 1, 0, 0]), new(ScanModel.Spatial))).Message.ShouldContain("only the permutation model");
        Should.Throw<ArgumentException>(() => Scan(new ScanMap(Line, 1, [1, 1, 0, 0]), new(ScanModel.Permutation))).Message.ShouldContain("two times or more");
        Should.Throw<ArgumentException>(() => Scan(new ScanMap(Line, 1, [1, 1, 0, 0], [1, 1, 1, 1]), new(ScanModel.Spatial, MostShare: 0))).Message.ShouldContain("above 0 and up to 1");
    }

    private static ScanFinding Scan(ScanMap map, ScanOptions options) => SpaceTimeScan.Run(map, options, Running.Freely);
}
