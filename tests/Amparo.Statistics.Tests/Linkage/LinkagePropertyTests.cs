using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Weighing;
using Amparo.Statistics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>What must hold for any record; FsCheck names the one that breaks it.</summary>
public class LinkagePropertyTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(100);

    // Small enough to be asked often, large enough that the rules are used and not all pairs.
    private static readonly RecordTable Table = Linked.Siblings.Table with { Rows = [.. Linked.Siblings.Table.Rows.Take(800)] };
    private static readonly LinkageOptions ByRules = new(RandomPairs: 50_000);
    private static readonly LinkageResult Batch = Linker.Link(Table, ByRules, Running.Freely);

    [Fact]
    public void A_record_searched_for_has_the_score_and_the_partners_of_the_batch() => ForAll(record =>
    {
        var inBatch = Batch.Pairs.Where(pair => pair.One == record || pair.Other == record).ToDictionary(pair => pair.One == record ? pair.Other : pair.One, pair => pair.Score);
        var found = Batch.Model.Search(Table.Rows[record], ByRules.Review).Where(pair => pair.One != record).ToDictionary(pair => pair.One, pair => pair.Score);
        found.Keys.Order().ShouldBe(inBatch.Keys.Order());
        foreach (var (other, score) in found)
            score.ShouldBe(inBatch[other]);
    });

    [Fact]
    public void A_waterfall_adds_up_to_the_score() => ForAll(record =>
    {
        foreach (var other in Enumerable.Range(0, Table.Rows.Count).Where(other => other != record && other % 7 == 0))
        {
            var waterfall = Batch.Model.Explain(record, other);
            waterfall.Steps.Sum(step => step.Bits + step.Rarity).ShouldBe(waterfall.Score, 1e-9);
            waterfall.Score.ShouldBe(Batch.Model.Score(record, other));
            waterfall.Steps.Where(step => step.Level == "missing").ShouldAllBe(step => step.Bits == 0 && step.Rarity == 0);
        }
    });

    [Fact]
    public void Who_comes_first_does_not_matter() => ForAll(record =>
    {
        foreach (var other in Enumerable.Range(0, Table.Rows.Count).Where(other => other != record))
            Batch.Model.Score(record, other).ShouldBe(Batch.Model.Score(other, record), 1e-9);
    });

    [Fact]
    public void What_is_taken_away_from_a_record_is_neither_for_nor_against() => ForAll(record =>
    {
        var phone = Table.Columns.ToList().IndexOf("phone");
        string[] without = [.. Table.Rows[record]];
        without[phone] = "";
        var (whole, less) = (Batch.Model.Explain((record + 1) % Table.Rows.Count, Table.Rows[record]), Batch.Model.Explain((record + 1) % Table.Rows.Count, without));
        var step = whole.Steps.Single(step => step.What == "phone");
        less.Score.ShouldBe(whole.Score - step.Bits - step.Rarity, 1e-9);
    });

    [Fact]
    public void No_pair_is_brought_twice_and_each_pair_that_is_kept_was_brought()
    {
        Batch.Rules.Count.ShouldBeGreaterThan(5);
        Batch.Pairs.Select(pair => (pair.One, pair.Other)).ShouldBeUnique();
        Batch.Pairs.ShouldAllBe(pair => Batch.Model.AreCandidates(pair.One, pair.Other));
        var brought = Enumerable.Range(0, Table.Rows.Count).Sum(other => (long)Enumerable.Range(0, other).Count(one => other % 20 == 0 && Batch.Model.AreCandidates(one, other)));
        brought.ShouldBeInRange(1, Batch.Rules.Sum(rule => rule.Pairs));
    }

    [Fact]
    public void One_core_finds_what_all_find()
    {
        var one = Linker.Link(Table, ByRules, new Running(Cores: 1));
        one.Pairs.ShouldBe(Batch.Pairs);
        one.Clusters.ShouldBe(Batch.Clusters);
        one.Model.Model.Lambda.ShouldBe(Batch.Model.Model.Lambda);
    }

    [Fact]
    public void The_learned_shares_add_up_to_one()
    {
        foreach (var comparison in Batch.Model.Comparisons)
        {
            comparison.M.Sum().ShouldBe(1, 1e-9);
            comparison.U.Sum().ShouldBe(1, 1e-9);
            comparison.U.ShouldAllBe(u => u > 0);
        }
    }

    [Fact]
    public void Across_two_files_each_record_has_one_partner_at_most()
    {
        var half = Table.Rows.Count / 2;
        var result = Linker.Link(Table, new(LaterFiles: [half]), Running.Freely);
        result.Pairs.ShouldAllBe(pair => pair.One < half && pair.Other >= half);
        result.Clusters.Select((group, record) => (group, record < half)).ShouldBeUnique();
        result.Clusters.Distinct().Count().ShouldBeLessThan(Table.Rows.Count);
    }

    [Fact]
    public void What_is_stopped_throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => Linker.Link(Table, new(), new Running(Cancel: stop.Token)));
    }

    private static void ForAll(Action<int> holds) => Prop.ForAll(Gen.Choose(0, Table.Rows.Count - 1).ToArbitrary(), holds).Check(Some);
}
