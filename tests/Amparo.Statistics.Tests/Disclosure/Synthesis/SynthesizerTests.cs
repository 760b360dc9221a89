using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Disclosure.Synthesis;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Disclosure.Synthesis;

/// <summary>Made-up records keep counts and ties, by seed, and are refused where they should be.</summary>
public class SynthesizerTests
{
    [Fact]
    public void Counts_and_the_ties_worth_measuring_are_kept()
    {
        var people = Made.People(3000, 1);
        var made = Run(people, 4, 1e-5, 5);
        made.Pairs.ShouldContain((0, 1));
        made.Rho.ShouldBe(ZeroConcentrated.Rho(4, 1e-5));
        made.Records.Count.ShouldBeInRange(2970, 3030);
        Made.Distance(people, made.Records, 1).ShouldBeLessThan(0.01);
        Made.Distance(people, made.Records, 2).ShouldBeLessThan(0.03);
        // Without ties the first two columns would lie 0.6 apart.
        var copies = made.Records.Columns[0].Zip(made.Records.Columns[1]).Count(pair => pair.First == pair.Second);
        ((double)copies / made.Records.Count).ShouldBe(0.85, 0.03);
    }

    [Fact]
    public void Less_privacy_gives_nearer_counts()
    {
        var people = Made.People(1200, 2);
        double[] distances = [.. ((double[])[0.2, 1, 10]).Select(epsilon => Enumerable.Range(0, 3).Average(seed => Made.Distance(people, Run(people, epsilon, 1e-5, seed).Records, 2)))];
        distances.ShouldBe(distances.OrderDescending());
        distances[2].ShouldBeLessThan(0.25 * distances[0]);
    }

    [Fact]
    public void The_same_seed_makes_the_same_records_and_the_secret_source_does_not()
    {
        var people = Made.People(1500, 3);
        RecordsFile.Write(Run(people, 1, 1e-5, 7).Records).ShouldBe(RecordsFile.Write(Run(people, 1, 1e-5, 7).Records));
        var one = Synthesizer.Run(people, 1, 1e-5, new SecretBits(), CancellationToken.None);
        var other = Synthesizer.Run(people, 1, 1e-5, new SecretBits(), CancellationToken.None);
        RecordsFile.Write(one.Records).ShouldNotBe(RecordsFile.Write(other.Records));
    }

    [Fact]
    public void A_value_that_nobody_has_is_as_good_as_absent_and_a_column_of_one_value_stays_so()
    {
        var people = Made.People(2000, 4);
        var wider = new CodedRecords(Made.Codebook(6, 4, 2, 3, 1), [.. people.Columns, new ushort[2000]]);
        var made = Run(wider, 10, 1e-5, 1).Records;
        made.Margin(0)[4..].ShouldAllBe(count => count < 15);
        made.Margin(4).ShouldBe([made.Count]);
    }

    [Theory]
    [InlineData(700, 1e-5, "below 1,000")]
    [InlineData(4000, 5e-4, "δ must be at most")]
    public void Too_few_people_or_too_large_a_delta_are_refused(int people, double delta, string says) =>
        Should.Throw<SynthesisRefusedException>(() => Run(Made.People(people, 5), 2, delta, 1)).Message.ShouldContain(says);

    [Theory]
    [InlineData(0, 1e-5)]
    [InlineData(double.NaN, 1e-5)]
    [InlineData(101, 1e-5)]
    [InlineData(1, 0)]
    [InlineData(1, 0.01)]
    public void Numbers_that_promise_nothing_are_refused(double epsilon, double delta) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Run(Made.People(1500, 6), epsilon, delta, 1));

    [Fact]
    public void The_least_and_the_most_that_may_be_asked_for_work_and_stopping_stops()
    {
        var people = Made.People(1200, 7);
        Run(people, 100, 1e-3 / 2, 1).Records.Count.ShouldBeInRange(1190, 1210);
        try
        {
            Run(people, Synthesizer.LeastEpsilon, 1e-30, 1).Records.Count.ShouldBeGreaterThanOrEqualTo(Synthesizer.FewestRecords);
        }
        catch (SynthesisRefusedException refused)
        {
            // So much noise that the number of people may come out as anything.
            refused.Message.ShouldContain("Nothing is released");
        }

        Should.Throw<OperationCanceledException>(() => Synthesizer.Run(people, 1, 1e-5, new SeededBits(1, 1), new CancellationToken(true)));
    }

    [Fact]
    public void Expected_counts_are_the_nearest_that_add_up_and_are_not_negative() => Prop.ForAll(
        Gen.Choose(-50, 400).NonEmptyListOf().ToArbitrary(), drawn =>
    {
        double[] counts = [.. drawn.Select(count => (double)count)];
        var near = SingleColumns.Simplex(counts, 300);
        near.Sum().ShouldBe(300, 1e-9);
        near.ShouldAllBe(count => count >= 0);
        // The condition of Karush, Kuhn and Tucker: whatever is not held at 0 is lowered alike, whatever is held would be lowered no more than that.
        var lowered = counts.Zip(near).Where(pair => pair.Second > 0).Select(pair => pair.First - pair.Second).ToList();
        lowered.Max().ShouldBe(lowered.Min(), 1e-9);
        counts.Zip(near).Where(pair => pair.Second == 0).ShouldAllBe(pair => pair.First <= lowered[0] + 1e-9);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static SyntheticRecords Run(CodedRecords people, double epsilon, double delta, long seed) =>
        Synthesizer.Run(people, epsilon, delta, new SeededBits(seed, 1), CancellationToken.None);
}
