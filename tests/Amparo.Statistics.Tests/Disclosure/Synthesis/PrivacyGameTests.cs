using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Disclosure.Synthesis;

namespace Amparo.Statistics.Tests.Disclosure.Synthesis;

/// <summary>Somebody tells runs with one person more from runs without: never better than ε says, and better where ε is a lie.</summary>
public class PrivacyGameTests
{
    private const double Delta = 1e-5;

    [Fact]
    public void Intervals_of_shares_are_the_published_ones()
    {
        // Clopper and Pearson (1934): 0 of 10 and 5 of 10 at 95 %.
        EmpiricalPrivacy.ClopperPearson(0, 10, 0.95).Upper.ShouldBe(0.3085, 5e-5);
        var (lower, upper) = EmpiricalPrivacy.ClopperPearson(5, 10, 0.95);
        (lower, upper).ShouldSatisfyAllConditions(() => lower.ShouldBe(0.1871, 5e-5), () => upper.ShouldBe(0.8129, 5e-5));
        Should.Throw<ArgumentException>(() => EmpiricalPrivacy.LowerBound([1], [1], 0, 0.95));
    }

    [Fact]
    public void Laplace_noise_loses_what_it_says_and_too_little_noise_is_found_out()
    {
        var honest = Game(4000, new DiscreteLaplace(1));
        honest.ShouldBeInRange(0.6, 1);
        Game(4000, new DiscreteLaplace(1, 2)).ShouldBeGreaterThan(1);

        static double Game(int runs, DiscreteLaplace noise)
        {
            var chance = new ExactChance(new SeededBits(11, 0));
            double[] with = [.. Enumerable.Range(0, runs).Select(_ => 1.0 + noise.Draw(chance))];
            return EmpiricalPrivacy.LowerBound(with, [.. Enumerable.Range(0, runs).Select(_ => (double)noise.Draw(chance))], 0, 0.95);
        }
    }

    [Fact]
    public void Made_up_records_tell_no_more_of_a_planted_person_than_epsilon_and_would_be_caught_if_they_did()
    {
        var without = Plain(1100);
        var with = Plain(1100, planted: true);
        Game(with, without, 1, 20).ShouldBeLessThan(1);
        // The same attack on records made with ε = 100 finds more than 1: it is no attack on straw.
        Game(with, without, 100, 30).ShouldBeGreaterThan(1);
    }

    private static double Game(CodedRecords with, CodedRecords without, double epsilon, int runs)
    {
        return EmpiricalPrivacy.LowerBound(Seen(with, 0), Seen(without, runs), Delta, 0.95);

        // Records with a value that only the planted person had: what somebody sees who looks for that person.
        double[] Seen(CodedRecords people, int from) => [.. Enumerable.Range(from, runs).Select(seed =>
        {
            var made = Synthesizer.Run(people, epsilon, Delta, new SeededBits(seed, 2), CancellationToken.None).Records;
            return (double)Enumerable.Range(0, made.Count).Count(record => made.Columns.Any(column => column[record] == 2));
        })];
    }

    // Two columns of two usual values; the planted person alone has the third of each.
    private static CodedRecords Plain(int count, bool planted = false)
    {
        ushort[][] columns = [.. Enumerable.Range(0, 2).Select(column => Enumerable.Range(0, count).Select(i => (ushort)(i >> column & 1)).ToArray())];
        return new CodedRecords(Made.Codebook(3, 3), planted ? [.. columns.Select(column => (ushort[])[.. column, 2])] : columns);
    }
}
