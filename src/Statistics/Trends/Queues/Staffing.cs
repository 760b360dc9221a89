namespace Amparo.Statistics.Trends.Queues;

/// <summary>What a line promises its callers, and its operators.</summary>
/// <param name="Lost">The largest share of calls that may be lost, above 0 and below 1.</param>
/// <param name="Served">The least share of all calls that is answered in time, from 0 (no promise) to below 1.</param>
/// <param name="Within">In time: within so many seconds, 0 or more.</param>
/// <param name="Busy">The largest share of their time that operators talk, above 0 to 1 (no promise): who hears such calls one after the other breaks down.</param>
public sealed record StaffingLimits(double Lost = 0.05, double Served = 0, double Within = 20, double Busy = 1);

/// <summary>The fewest operators that keep all promises, in calls that wait and hang up as <see cref="ErlangA"/> says.</summary>
public static class Staffing
{
    /// <summary>Nothing where not even <paramref name="most"/> operators are enough.</summary>
    /// <param name="callsPerSecond">Above 0.</param>
    /// <param name="handling">Mean seconds a call takes, above 0.</param>
    /// <param name="patience">Mean seconds until a waiting caller hangs up, above 0.</param>
    /// <param name="limits">The promises.</param>
    /// <param name="most">1 or more.</param>
    /// <exception cref="ArgumentException">Out of range.</exception>
    public static int? Fewest(double callsPerSecond, double handling, double patience, StaffingLimits limits, int most)
    {
        if (!(limits is { Lost: > 0 and < 1, Served: >= 0 and < 1, Within: >= 0, Busy: > 0 and <= 1 }) || most < 1)
            throw new ArgumentException("Lost calls lie between 0 and 1, those served in time from 0 to below 1, their seconds are 0 or more, busy time lies above 0 and up to 1, operators are 1 or more.", nameof(limits));
        for (var operators = 1; operators <= most; operators++)
        {
            var queue = new ErlangA(operators, callsPerSecond, handling, patience);
            if (queue.Abandon <= limits.Lost && queue.Within(limits.Within) >= limits.Served && queue.Occupancy <= limits.Busy)
                return operators;
        }

        return null;
    }

    /// <summary>How many are paid where some of their time is elsewhere.</summary>
    /// <param name="operators">At the line.</param>
    /// <param name="away">The share of paid time that they are not, from 0 to below 1.</param>
    public static int Paid(int operators, double away) => away is >= 0 and < 1
        ? (int)double.Ceiling(operators / (1 - away) - 1e-9)
        : throw new ArgumentOutOfRangeException(nameof(away), away, "From 0 to below 1.");
}
