using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>Linking without the key, beside linking in clear text. The bounds are what was asked, not what is reached.</summary>
public class EncodedLinkageTests
{
    // Enough to be screened and not compared whole.
    private static readonly EncodedTable Table = RecordEncoder.Encode(Linked.Siblings.Table with { Rows = [.. Linked.Siblings.Table.Rows.Take(800)] }, Encoded.Key, new());
    private static readonly LinkageOptions Screened = new(RandomPairs: 50_000);
    private static readonly LinkageResult Batch = EncodedLinker.Link(Table, Screened, Running.Freely);

    [Fact]
    public void FEBRL1_is_linked_within_a_hundredth_of_clear_text() => ShouldBeNearClearText(Linked.Febrl);

    [Fact]
    public void Fake1000_is_linked_within_a_hundredth_of_clear_text() => ShouldBeNearClearText(Linked.Fake);

    [Fact]
    public void Spanish_names_among_siblings_and_namesakes_are_linked_within_a_hundredth_of_clear_text() => ShouldBeNearClearText(Linked.Siblings);

    [Fact]
    public void Whole_records_are_linked_worse_but_without_a_model()
    {
        var set = RecordEncoder.Encode(Linked.Febrl.Table, Encoded.Key, new(EncodingKind.Record)).Pack();
        var result = WholeRecordLinker.Link(set, new(), Running.Freely);
        LinkageQuality.OfGroups(result.Clusters, Linked.Febrl.Entities).F1.ShouldBeGreaterThan(0.95);
        result.Pairs.ShouldAllBe(pair => pair.Dice == set.Dice(pair.One, pair.Other) && pair.Dice >= new WholeRecordOptions().Review);
        WholeRecordLinker.Link(set, new(), new Running(Cores: 1)).Pairs.ShouldBe(result.Pairs);
    }

    [Fact]
    public void One_core_finds_what_all_find()
    {
        var one = EncodedLinker.Link(Table, Screened, new Running(Cores: 1));
        one.Pairs.ShouldBe(Batch.Pairs);
        one.Clusters.ShouldBe(Batch.Clusters);
    }

    [Fact]
    public void A_record_searched_for_has_the_score_of_the_batch()
    {
        foreach (var record in Enumerable.Range(0, 40).Select(i => i * 20))
        {
            var inBatch = Batch.Pairs.Where(pair => pair.One == record || pair.Other == record).ToDictionary(pair => pair.One == record ? pair.Other : pair.One, pair => pair.Score);
            var found = Batch.Model.Search(Table.Records.Rows[record], Screened.Review).Where(pair => pair.One != record).ToDictionary(pair => pair.One, pair => pair.Score);
            found.Keys.Order().ShouldBe(inBatch.Keys.Order());
            found.ShouldAllBe(pair => pair.Value == inBatch[pair.Key]);
        }
    }

    [Fact]
    public void A_waterfall_adds_up_to_the_score() => Batch.Pairs.Take(200).ShouldAllBe(pair =>
        double.Abs(Batch.Model.Explain(pair.One, pair.Other).Steps.Sum(step => step.Bits + step.Rarity) - pair.Score) < 1e-9);

    [Fact]
    public void Across_three_files_each_record_has_one_partner_at_most_in_another()
    {
        int[] begins = [250, 500];
        var result = EncodedLinker.Link(Table, Screened with { LaterFiles = begins }, Running.Freely);
        Func<int, int> fileOf = record => begins.Count(begin => begin <= record);
        result.Pairs.ShouldAllBe(pair => fileOf(pair.One) < fileOf(pair.Other));
        result.Clusters.Select((group, record) => (group, fileOf(record))).ShouldBeUnique();
        result.Clusters.CountBy(group => group).Count(group => group.Value == 3).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void What_is_of_another_key_or_made_otherwise_is_not_joined()
    {
        var clear = Encoded.Clear("a,Ana,Ruiz,,,,,,,,");
        var one = RecordEncoder.Encode(clear, Encoded.Key, new());
        Refused(RecordEncoder.Encode(clear, Encoded.KeyOf(2), new())).ShouldContain("different keys");
        Refused(RecordEncoder.Encode(clear, Encoded.Key, new(EncodingKind.Record))).ShouldContain("different ways");
        Refused(Table with { Key = one.Key }).ShouldContain("other fields");
        Should.Throw<ArgumentException>(() => EncodedLinker.Link(RecordEncoder.Encode(clear, Encoded.Key, new(EncodingKind.Record)), new(), Running.Freely));
        Should.Throw<InvalidOperationException>(one.Pack);

        string Refused(EncodedTable other) => Should.Throw<ArgumentException>(() => EncodedTables.Join([one, other])).Message;
    }

    private static void ShouldBeNearClearText(Linked set)
    {
        var encoded = EncodedLinker.Link(RecordEncoder.Encode(set.Table, Encoded.Key, new()), new(), Running.Freely);
        LinkageQuality.OfGroups(encoded.Clusters, set.Entities).F1.ShouldBeGreaterThanOrEqualTo(set.OfGroups().F1 - 0.01);
    }
}
