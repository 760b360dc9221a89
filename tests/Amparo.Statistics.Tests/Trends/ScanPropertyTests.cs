using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Scanning;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>What must hold for any map; FsCheck names the one that breaks it.</summary>
public class ScanPropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(150);

    /// <summary>Three to seven places on a small grid, so that some are equally far; one to five times; few cases or many.</summary>
    private static Arbitrary<Sample> Samples { get; } =
        (from places in Gen.Choose(3, 7)
         from times in Gen.Choose(1, 5)
         from points in Gen.Choose(0, 3).ArrayOf(2 * places)
         from cases in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 3), Gen.Choose(0, 60)).ArrayOf(places * times)
         from people in Gen.Choose(1, 50).ArrayOf(places * times)
         from isByTime in Gen.Elements(true, false)
         from isNow in Gen.Elements(true, false)
         from model in Gen.Elements(ScanModel.Spatial, ScanModel.SpaceTime, ScanModel.Permutation)
         where cases.Sum() > 0 && (times > 1 || model == ScanModel.Spatial)
         select new Sample([.. Enumerable.Range(0, places).Select(i => new Place($"{i}", points[2 * i], points[2 * i + 1]))], times, cases,
             [.. people.Take(isByTime ? places * times : places).Select(count => (double)count)], new ScanOptions(model, IsProspective: isNow, FewestCases: 1, Replications: 0))).ToArbitrary();

    [Fact]
    public void The_scan_finds_what_looking_at_every_cylinder_finds() => ForAll(sample =>
    {
        var found = Scan(sample);
        HashSet<int> taken = [];
        foreach (var cluster in found)
        {
            cluster.LogRatio.ShouldBe(EveryCylinder(sample, taken).DefaultIfEmpty(0).Max(), 1e-9 * (1 + cluster.LogRatio));
            cluster.Places.ShouldAllBe(place => taken.Add(place));
        }

        if (found.Count < sample.Options.MostClusters)
            EveryCylinder(sample, taken).DefaultIfEmpty(0).Max().ShouldBe(0, 1e-9);
    });

    [Theory]
    [InlineData(true), InlineData(false)]
    public void On_a_larger_map_blocks_that_are_not_opened_hold_nothing(bool isByTime)
    {
        // Forty places and times with enough cases that blocks hold many circles, and columns many windows.
        const int Size = 40;
        var random = new RandomStream(2, isByTime ? 1 : 0);
        Place[] places = [.. Enumerable.Range(0, Size).Select(i => new Place($"{i}", random.Uniform(), random.Uniform()))];
        int[] cases = [.. Enumerable.Range(0, Size * Size).Select(_ => random.Below(6))];
        double[] people = [.. Enumerable.Range(0, isByTime ? Size * Size : Size).Select(_ => 1 + 4 * random.Uniform())];
        Sample sample = new(places, Size, cases, people, new ScanOptions(ScanModel.SpaceTime, IsProspective: true, Replications: 0, MostClusters: 1));
        Scan(sample).ShouldHaveSingleItem().LogRatio.ShouldBe(EveryCylinder(sample, []).Max(), 1e-9);
    }

    [Fact]
    public void The_order_of_the_places_changes_no_cluster() => ForAll(sample =>
    {
        int[] order = [.. Enumerable.Range(0, sample.Places.Length).Reverse()];
        var turned = sample with
        {
            Places = [.. order.Select(place => sample.Places[place])],
            Cases = [.. order.SelectMany(place => sample.Cases.Chunk(sample.Times).ElementAt(place))],
            People = [.. order.SelectMany(place => sample.People.Chunk(sample.People.Length / sample.Places.Length).ElementAt(place))],
        };
        Same(Scan(turned), Scan(sample));
    });

    [Fact]
    public void Ten_times_as_many_people_change_no_cluster() => ForAll(sample =>
        Same(Scan(sample with { People = [.. sample.People.Select(people => 10 * people)] }), Scan(sample)));

    [Fact]
    public void One_core_finds_what_all_find() => ForAll(sample =>
    {
        var options = sample.Options with { Replications = 50, StopAfter = 7 };
        var (one, all) = (SpaceTimeScan.Run(Map(sample), options, new Running(Cores: 1)), SpaceTimeScan.Run(Map(sample), options, new Running(Cores: 4)));
        all.Replications.ShouldBe(one.Replications);
        all.Clusters.Select(cluster => (cluster.LogRatio, cluster.PValue)).ShouldBe(one.Clusters.Select(cluster => (cluster.LogRatio, cluster.PValue)));
    });

    // Only the first is compared: of two that are equally strong the one that is met first is taken, and what is left beside it may differ.
    private static void Same(IReadOnlyList<ScanCluster> one, IReadOnlyList<ScanCluster> other) =>
        (one.FirstOrDefault()?.LogRatio ?? 0).ShouldBe(other.FirstOrDefault()?.LogRatio ?? 0, 1e-9);

    // Written anew from the definition, without blocks, bounds or running sums.
    private static IEnumerable<double> EveryCylinder(Sample sample, HashSet<int> taken)
    {
        var (places, times, model) = (sample.Places.Length, sample.Times, sample.Options.Model);
        var total = sample.Cases.Sum();
        double People(int place, int time) => sample.People.Length == places ? sample.People[place] : sample.People[place * times + time];
        var everybody = Enumerable.Range(0, places * times).Sum(cell => People(cell / times, cell % times));
        double OfPlace(int place) => model == ScanModel.Permutation ? sample.Cases.Chunk(times).ElementAt(place).Sum() / (double)total : Enumerable.Range(0, times).Sum(time => People(place, time)) / everybody;
        foreach (var centre in sample.Places)
        {
            foreach (var radius in sample.Places.Select(place => Squared(place, centre)).Distinct())
            {
                int[] members = [.. Enumerable.Range(0, places).Where(place => Squared(sample.Places[place], centre) <= radius)];
                if (members.Sum(OfPlace) > 0.5 + 1e-9 || members.Any(taken.Contains))
                    continue;
                foreach (var (first, last) in Windows(sample))
                {
                    var inside = members.Sum(place => Enumerable.Range(first, last - first + 1).Sum(time => sample.Cases[place * times + time]));
                    var expected = model == ScanModel.Permutation
                        ? members.Sum(OfPlace) * Enumerable.Range(first, last - first + 1).Sum(time => Enumerable.Range(0, places).Sum(place => sample.Cases[place * times + time]))
                        : total * members.Sum(place => Enumerable.Range(first, last - first + 1).Sum(time => People(place, time))) / everybody;
                    if (inside > expected + 1e-12)
                        yield return inside * double.Log(inside / expected) + (inside == total ? 0 : (total - inside) * double.Log((total - inside) / (total - expected)));
                }
            }
        }
    }

    private static IEnumerable<(int First, int Last)> Windows(Sample sample) => sample.Options.Model == ScanModel.Spatial
        ? [(0, sample.Times - 1)]
        : from first in Enumerable.Range(0, sample.Times)
          from last in Enumerable.Range(first, sample.Times - first)
          where last - first + 1 <= int.Max(1, sample.Times / 2) && (!sample.Options.IsProspective || last == sample.Times - 1)
          select (first, last);

    private static double Squared(Place one, Place other) => (one.X - other.X) * (one.X - other.X) + (one.Y - other.Y) * (one.Y - other.Y);

    private static IReadOnlyList<ScanCluster> Scan(Sample sample) => SpaceTimeScan.Run(Map(sample), sample.Options, Running.Freely).Clusters;

    private static ScanMap Map(Sample sample) => new(sample.Places, sample.Times, sample.Cases, sample.People);

    private static void ForAll(Action<Sample> holds) => Prop.ForAll(Samples, holds).Check(Some);

    public sealed record Sample(Place[] Places, int Times, int[] Cases, double[] People, ScanOptions Options)
    {
        public override string ToString() =>
            $"{Options.Model}{(Options.IsProspective ? " now" : "")}; {string.Join(' ', Places.Select(place => $"({place.X},{place.Y})"))}; {Times} times; cases {string.Join(' ', Cases)}; people {string.Join(' ', People)}";
    }
}
