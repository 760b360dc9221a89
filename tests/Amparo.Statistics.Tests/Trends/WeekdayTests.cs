using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Surveillance;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>EARS on daily counts with quiet Sundays.</summary>
public class WeekdayTests
{
    private static readonly double[] Rhythm = [0.3, 1.4, 1.2, 1.1, 1.1, 1.1, 0.8];

    [Theory]
    [InlineData(EarsMethod.C1), InlineData(EarsMethod.C2), InlineData(EarsMethod.C3)]
    public void Where_all_days_are_alike_the_rhythm_changes_nothing(EarsMethod method)
    {
        // Each weekday brings as much over eight weeks, in another order each week.
        int[] counts = [.. Enumerable.Range(0, 140).Select(day => 10 + (day % 7 + day / 7) % 7 * 3)];
        int[] weeks = [.. counts.Take(56)];
        Enumerable.Range(0, 7).Select(weekday => Enumerable.Range(0, 7).Sum(week => weeks[7 * week + weekday])).Distinct().ShouldHaveSingleItem();
        var (plain, rhythmic) = (Ears.Judge(counts, 60, new(method)), Ears.Judge(counts, 60, new(method, RhythmWeeks: 7)));
        rhythmic.Zip(plain).ShouldAllBe(pair => double.Abs(pair.First.Bound - pair.Second.Bound) < 1e-9);
    }

    [Fact]
    public void A_busy_Sunday_is_seen_and_an_ordinary_Monday_is_not()
    {
        int[] counts = [.. Enumerable.Range(0, 71).Select(day => (int)double.Round(20 * Rhythm[day % 7]) + (day / 7 * 5 + day) % 3)];
        counts[70] = 16;
        // Day 71 is a Sunday that brings less than any workday.
        Ears.Judge(counts, 71, new(EarsMethod.C1)).Single().IsAlarm.ShouldBeFalse();
        var sunday = Ears.Judge(counts, 71, new(EarsMethod.C1, RhythmWeeks: 8)).Single();
        sunday.IsAlarm.ShouldBeTrue();
        sunday.Bound.ShouldBeInRange(6, 13);
    }

    [Fact]
    public void With_the_rhythm_quiet_days_alarm_evenly_through_the_week()
    {
        var (random, alarms, plain) = (new RandomStream(4, 1), new int[7], new int[7]);
        int[] counts = [.. Enumerable.Range(0, 7 * 4000).Select(day => NegativeBinomial.Quantile(random.Uniform(), 40 * Rhythm[day % 7], 1.5))];
        foreach (var day in Ears.Judge(counts, 71, new(EarsMethod.C2, Alpha: 0.01, RhythmWeeks: 8)).Where(day => day.IsAlarm))
            alarms[(day.Time - 1) % 7]++;
        foreach (var day in Ears.Judge(counts, 71, new(EarsMethod.C2, Alpha: 0.01)).Where(day => day.IsAlarm))
            plain[(day.Time - 1) % 7]++;
        // Without it nearly all false alarms are Mondays after a quiet Sunday, or none at all.
        (alarms.Max() / (double)alarms.Min()).ShouldBeLessThan(2.5);
        (plain.Max() / (plain.Min() + 1.0)).ShouldBeGreaterThan(2.5);
    }

    [Fact]
    public void Too_few_weeks_to_learn_from_are_refused()
    {
        Should.Throw<ArgumentException>(() => Ears.Judge(new int[60], 58, new(EarsMethod.C2, RhythmWeeks: 8))).Message.ShouldContain("from time 59 on");
        Should.Throw<ArgumentException>(() => Ears.Judge(new int[60], 58, new(EarsMethod.C2, RhythmWeeks: 0))).Message.ShouldContain("a week or more");
    }
}
