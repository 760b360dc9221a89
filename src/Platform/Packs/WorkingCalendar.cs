using System.Collections.Concurrent;

namespace Amparo.Platform.Packs;

/// <summary>Counts the days on which public offices work, in the country's own time.</summary>
public sealed class WorkingCalendar(Country country, IReadOnlyList<HolidayRule> holidays)
{
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);
    private readonly ConcurrentDictionary<int, HashSet<DateOnly>> _byYear = new();

    public bool IsWorkingDay(DateOnly day) => !country.Weekend.Contains(day.DayOfWeek) && !IsHoliday(day);

    // A rule counted from Easter or kept near New Year stays in its own year: no rule here reaches into the next.
    public bool IsHoliday(DateOnly day) =>
        _byYear.GetOrAdd(day.Year, year => [.. holidays.Select(rule => rule.In(year)).OfType<DateOnly>()]).Contains(day);

    /// <summary>The n-th working day after a day; the day itself is not counted.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>When a clock runs out: minutes to the second, days at the last second of the last day; null when it only measures.</summary>
    public DateTimeOffset? Deadline(DateTimeOffset start, ClockRule rule)
    {
        var today = DateOnly.FromDateTime(country.Local(start).DateTime);
        return rule switch
        {
            { Minutes: { } minutes } => start.ToUniversalTime().AddMinutes(minutes),
            { WorkingDays: { } days } => country.Instant(Add(today, days), EndOfDay),
            { Days: { } days } => country.Instant(today.AddDays(days), EndOfDay),
            _ => null,
        };
    }
}
