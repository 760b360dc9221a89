using Amparo.Statistics.Trends.Queues;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>The fewest operators that keep what a line promises.</summary>
public class StaffingTests
{
    private const double Calls = 100 / 1800.0;
    private static readonly StaffingLimits Limits = new(Lost: 0.05, Served: 0.8, Within: 20, Busy: 0.85);

    [Fact]
    public void One_hundred_calls_in_half_an_hour_take_13_at_the_line_and_19_paid()
    {
        // pyworkforce's documented case: 3 minutes a call, callers wait 5, 80 % in 20 seconds, 85 % busy and 5 % lost at the most, 30 % away.
        Staffing.Fewest(Calls, 180, 300, Limits, 40).ShouldBe(13);
        Staffing.Paid(13, 0.3).ShouldBe(19);
        var queue = new ErlangA(13, Calls, 180, 300);
        queue.Within(20).ShouldBe(0.8581777000, 1e-9);
        queue.Abandon.ShouldBe(0.0249633036, 1e-9);
        (queue.MeanWait / 60).ShouldBe(0.1248165182, 1e-9);
    }

    [Fact]
    public void Each_promise_alone_asks_for_no_more_and_twelve_break_one()
    {
        StaffingLimits[] each = [new(0.05), new(0.999, 0.8), new(0.999, Busy: 0.85)];
        int?[] fewest = [.. each.Select(limits => Staffing.Fewest(Calls, 180, 300, limits, 40))];
        fewest.Max().ShouldBe(13);
        fewest.ShouldAllBe(operators => operators <= 13);
        var twelve = new ErlangA(12, Calls, 180, 300);
        (twelve.Abandon > 0.05 || twelve.Within(20) < 0.8 || twelve.Occupancy > 0.85).ShouldBeTrue();
        Staffing.Fewest(Calls, 180, 300, Limits, 12).ShouldBeNull();
    }

    [Theory, InlineData(0, 0.8, 1), InlineData(0.05, 1, 1), InlineData(0.05, 0.8, 0), InlineData(0.05, -0.1, 1)]
    public void Promises_that_nobody_can_give_are_refused(double lost, double served, double busy) =>
        Should.Throw<ArgumentException>(() => Staffing.Fewest(Calls, 180, 300, new(lost, served, 20, busy), 40));
}
