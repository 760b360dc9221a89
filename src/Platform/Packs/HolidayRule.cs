namespace Amparo.Platform.Packs;

/// <summary>A day of the year on which public offices do not work: a date, or days counted from Easter Sunday.</summary>
/// <param name="From">The first year it is kept, when it is not old.</param>
/// <param name="Until">The last year it is kept, when it is no more.</param>
public sealed record HolidayRule(
    string Code,
    Label Label,
    Norm Norm,
    int? Month = null,
    int? Day = null,
    int? Easter = null,
    int? From = null,
    int? Until = null)
{
    /// <summary>The day it falls on in a year, or null in a year that does not keep it.</summary>
    public DateOnly? In(int year) =>
        year < From || year > Until ? null
        : Easter is { } offset ? EasterSunday(year).AddDays(offset)
        : Month is { } month && Day is { } day && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day)
        : null;

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher, "Nature", 20 April 1876).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (century, rest) = Math.DivRem(year, 100);
        var golden = year % 19;
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
