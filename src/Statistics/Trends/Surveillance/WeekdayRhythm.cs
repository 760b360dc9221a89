namespace Amparo.Statistics.Trends.Surveillance;

/// <summary>What share of a week each weekday brings: 1 on average. Half a case is added to each, so that none is 0.</summary>
internal static class WeekdayRhythm
{
    public const int Week = 7;

    /// <summary>Learns the shares from the weeks that end at a time.</summary>
    /// <param name="counts">Cases by day; index 0 is day 1.</param>
    /// <param name="last">The last day learned from.</param>
    /// <param name="weeks">How many weeks; where it is nothing, all days are alike.</param>
    /// <param name="shares">Seven, by the day modulo seven.</param>
    public static void Learn(IReadOnlyList<int> counts, int last, int? weeks, Span<double> shares)
    {
        shares.Fill(weeks is null ? 1 : 0.5);
        if (weeks is null)
            return;
        var sum = 0.5 * Week;
        for (var day = last - Week * weeks.Value + 1; day <= last; day++)
        {
            shares[day % Week] += counts[day - 1];
            sum += counts[day - 1];
        }

        for (var weekday = 0; weekday < Week; weekday++)
            shares[weekday] *= Week / sum;
    }
}
