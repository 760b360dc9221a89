using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Queues;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>The day followed exactly, against the formula where nothing changes and against a simulation where all does.</summary>
public class ShiftsTests
{
    /// <summary>A night with one operator, a morning that fills, lunch with one, an hour with nobody, an evening.</summary>
    private static readonly Stretch[] Day =
    [
        .. Enumerable.Repeat(new Stretch(900, 0.5, 1), 4), .. Enumerable.Repeat(new Stretch(900, 8, 3), 4), .. Enumerable.Repeat(new Stretch(900, 7, 1), 4),
        .. Enumerable.Repeat(new Stretch(900, 1, 0), 2), .. Enumerable.Repeat(new Stretch(900, 4, 2), 4),
    ];

    [Fact]
    public void A_day_that_never_changes_settles_at_the_formula()
    {
        var outlook = new Shifts(300, 120).Follow([.. Enumerable.Repeat(new Stretch(900, 5, 2), 40)])[^1];
        var queue = new ErlangA(2, 20.0 / 3600, 300, 120);
        outlook.Wait.ShouldBe(queue.Wait, 1e-9);
        (outlook.Lost / 5).ShouldBe(queue.Abandon, 1e-9);
        outlook.MeanQueue.ShouldBe(queue.MeanQueue, 1e-9);
        (outlook.Busy / 2).ShouldBe(queue.Occupancy, 1e-9);
    }

    [Fact]
    public void Nobody_is_lost_or_made_on_the_way()
    {
        // What came is talked to, lost, or still there: after a long empty end nothing is still there.
        var outlooks = new Shifts(300, 120).Follow([.. Day, new Stretch(36_000, 0, 2)]);
        var answered = outlooks.Zip([.. Day, new Stretch(36_000, 0, 2)], (outlook, stretch) => outlook.Busy * stretch.Seconds / 300).Sum();
        (answered + outlooks.Sum(outlook => outlook.Lost)).ShouldBe(Day.Sum(stretch => stretch.Calls), 1e-8);
    }

    [Fact]
    public void A_simulation_call_by_call_agrees_in_each_stretch()
    {
        const int Days = 4_000;
        var outlooks = new Shifts(300, 120).Follow(Day);
        var (lost, waited, squares) = (new double[Day.Length], new double[Day.Length], new double[Day.Length]);
        for (var day = 0; day < Days; day++)
        {
            var played = LineSimulation.Play(Day, 300, 120, new RandomStream(5, day));
            for (var i = 0; i < Day.Length; i++)
            {
                lost[i] += played[i].Lost;
                squares[i] += (double)played[i].Lost * played[i].Lost;
                waited[i] += played[i].Waited;
            }
        }

        var far = 0;
        for (var i = 0; i < Day.Length; i++)
        {
            var (mean, variance) = (lost[i] / Days, squares[i] / Days - lost[i] / Days * (lost[i] / Days));
            var off = double.Abs(mean - outlooks[i].Lost) / double.Sqrt(double.Max(variance, 1e-6) / Days);
            off.ShouldBeLessThan(4);
            far += off > 1.96 ? 1 : 0;
            (waited[i] / Days / Day[i].Calls).ShouldBe(outlooks[i].Wait, 4 * double.Sqrt(0.5 / (Days * Day[i].Calls)) + 0.01);
        }

        // One in twenty lies beyond its 95 % interval; of eighteen, five would be one in seven thousand.
        far.ShouldBeLessThan(5);
    }
}
