using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Surveillance;
using static Amparo.Statistics.Tests.Trends.Reference;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Bounds and alarms on Salmonella Agona equal to the reference's, week by week where it printed them.</summary>
public class SurveillanceTests
{
    [Theory]
    [InlineData(EarsMethod.C1, "agona-ears-c1"), InlineData(EarsMethod.C2, "agona-ears-c2")]
    public void Ears_is_the_reference_in_each_week(EarsMethod method, string name) => Same(Ears.Judge(Agona, 20, new(method)), name);

    [Fact]
    public void Cusum_of_Rossi_is_the_reference_in_each_week() => Same(Cusum.Judge(Agona, 209, new()), "agona-cusum-rossi");

    [Fact]
    public void Cusum_with_a_season_and_on_the_standard_scale_has_the_references_sums_and_alarms()
    {
        var seasonal = Cusum.Judge(Agona, 209, new(IsSeasonal: true));
        seasonal.Sum(week => week.Bound).ShouldBe(860.3489, 5e-5);
        seasonal.Where(week => week.IsAlarm).Select(week => week.Time).ShouldBe(Enumerable.Range(262, 11));
        var standard = Cusum.Judge(Agona, 209, new(CusumScale.Standard));
        standard.Sum(week => week.Bound).ShouldBe(792);
        standard.Count(week => week.IsAlarm).ShouldBe(18);
    }

    [Fact]
    public void Farrington_is_the_reference_in_each_week() => Same(Farrington.Judge(Agona, 209, new()), "agona-farrington");

    [Fact]
    public void C3_remembers_what_C2_forgets()
    {
        // Each of the three last days lies 2 deviations over the baseline: none of them alone is an alarm, together they are.
        int[] counts = [8, 10, 12, 8, 10, 12, 10, 10, 10, 8, 12, 10, 14, 14, 14];
        Ears.Judge(counts, 15, new(EarsMethod.C2, Alpha: 0.025)).ShouldHaveSingleItem().IsAlarm.ShouldBeTrue();
        var (c2, c3) = (Ears.Judge(counts, 15, new(EarsMethod.C2))[0], Ears.Judge(counts, 15, new(EarsMethod.C3))[0]);
        (c2.IsAlarm, c3.IsAlarm).ShouldBe((false, true));
        c3.Bound.ShouldBeLessThan(c2.Bound);
    }

    [Fact]
    public void C1_alarms_in_quiet_normal_times_as_often_as_Students_distribution_says()
    {
        // With seven times of baseline, (y - mean) / sd is Student's t with 6 degrees of freedom times the root of 1 + 1/7.
        var random = new RandomStream(1, 1);
        int[] counts = [.. Enumerable.Range(0, 200_000).Select(_ => (int)double.Round(10_000 + 1_000 * random.Normal()))];
        var alarms = Ears.Judge(counts, 8, new(EarsMethod.C1, Alpha: 0.01)).Average(time => time.IsAlarm ? 1.0 : 0);
        alarms.ShouldBe(IncompleteBeta.StudentBeyond(Normal.Quantile(0.99) / double.Sqrt(8.0 / 7), 6) / 2, 0.0015);
    }

    [Fact]
    public void Too_little_history_is_refused()
    {
        Should.Throw<ArgumentException>(() => Ears.Judge(Agona, 7, new(EarsMethod.C1))).Message.ShouldContain("from time 8 on");
        Should.Throw<ArgumentException>(() => Cusum.Judge(Agona, 52, new(IsSeasonal: true))).Message.ShouldContain("a period of 52");
        Should.Throw<ArgumentException>(() => Cusum.Judge([0, 0, 0, 4], 4, new())).Message.ShouldContain("no case");
    }

    private static void Same(IReadOnlyList<Judged> judged, string name)
    {
        var rows = Rows(name);
        judged.Select(week => (week.Time, week.Observed, week.IsAlarm)).ShouldBe(rows.Select(row => ((int)row["week"], (int)row["observed"], row["alarm"] == 1)));
        foreach (var (week, row) in judged.Zip(rows))
            week.Bound.ShouldBe(row["upperbound"], 1e-6, $"week {week.Time}");
    }
}
