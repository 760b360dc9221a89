using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>Searching by looking at every encoding.</summary>
public class EncodingSetTests
{
    private const int Words = 16;

    [Fact]
    public void The_nearest_are_those_that_sorting_all_finds() => Prop.ForAll(Gen.Choose(0, 5000).Two().ToArbitrary(), both =>
    {
        var (set, query) = Make(records: both.Item1, seed: both.Item2);
        var likeness = new double[set.Count];
        set.Dice(query, likeness);
        var most = 1 + both.Item2 % 40;
        var sorted = likeness.Select((dice, record) => new Neighbour(record, dice)).OrderByDescending(one => one.Dice).ThenBy(one => one.Record).Take(most);
        set.Nearest(query, most).ShouldBe(sorted);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void An_encoding_is_nearest_to_itself_and_to_its_copies_in_their_order()
    {
        var (set, query) = Make(records: 3000, seed: 1);
        List<ulong> words = [];
        for (var record = 0; record < set.Count; record++)
            words.AddRange(record % 1000 == 7 ? query : set.Of(record).ToArray());
        new EncodingSet(Words, [.. words]).Nearest(query, 3).ShouldBe([new(7, 1), new(1007, 1), new(2007, 1)]);
    }

    [Fact]
    public void The_coefficient_is_twice_the_shared_bits_over_the_bits_of_each()
    {
        EncodingSet set = new(1, [0b1111, 0b0011, 0, 0b10000]);
        set.Nearest([0b0111], 4).ShouldBe([new(0, 6.0 / 7), new(1, 4.0 / 5), new(2, 0), new(3, 0)]);
        set.Dice(0, 1).ShouldBe(4.0 / 6);
        set.Dice(2, 2).ShouldBe(0);
    }

    [Fact]
    public void What_is_of_another_width_is_refused()
    {
        Should.Throw<ArgumentException>(() => new EncodingSet(2, new ulong[3]));
        Should.Throw<ArgumentException>(() => new EncodingSet(2, new ulong[4]).Nearest(new ulong[1], 1));
        Should.Throw<ArgumentException>(() => new EncodingSet(2, new ulong[4]).Nearest(new ulong[2], 0));
        Should.Throw<ArgumentException>(() => new EncodingSet(2, new ulong[4]).Dice(new ulong[2], new double[3]));
    }

    // Few bits and few values, so that many are as like.
    private static (EncodingSet Set, ulong[] Query) Make(int records, int seed)
    {
        RandomStream stream = new(seed, records);
        ulong[] Some(int words) => [.. Enumerable.Range(0, words).Select(_ => stream.Bits() & stream.Bits() & (stream.Below(3) == 0 ? 0xFF : ulong.MaxValue))];
        return (new EncodingSet(Words, Some(records * Words)), Some(Words));
    }
}
