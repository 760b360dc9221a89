using System.Globalization;

namespace Amparo.Platform.Languages;

/// <summary>Times and figures as people read them, in the country's time zone and the request's language.</summary>
public sealed class Show(TimeZoneInfo zone, TimeProvider clock, Texts texts)
{
    private static readonly TimeSpan Days = TimeSpan.FromHours(96);

    public DateTimeOffset Now => Local(clock.GetUtcNow());

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>21:45</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>mié 25 nov 2026</summary>
    public string Day(DateTimeOffset at) => Local(at).ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>mié 25 nov 2026</summary>
    public string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>25 de noviembre de 2026</summary>
    public string LongDay(DateOnly day) => texts["show.long-day", day.Day, Month(day), day.Year.ToString("0000", CultureInfo.InvariantCulture)];

    /// <summary>noviembre</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM", CultureInfo.CurrentCulture);

    /// <summary>"mié 25, 21:45" within six days; farther away with the month, in another year with the year.</summary>
    public string DayTime(DateTimeOffset at)
    {
        var (then, now) = (Local(at), Now);
        var days = Math.Abs((then.Date - now.Date).Days);
        var form = days <= 6 ? "ddd d, HH:mm" : then.Year == now.Year ? "ddd d MMM, HH:mm" : "ddd d MMM yyyy, HH:mm";
        return then.ToString(form, CultureInfo.CurrentCulture);
    }

    /// <summary>"21:45" today, else with the day.</summary>
    public string Near(DateTimeOffset at) => Local(at).Date == Now.Date ? Time(at) : DayTime(at);

    /// <summary>"2 h 54 min"; from four days on "5 días 3 h". Never negative: say "late" in words.</summary>
    public string Span(TimeSpan span)
    {
        span = span.Duration();
        if (span >= Days)
            return texts["show.days", span.Days, span.Hours];
        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        // No-break spaces: a time left is read at a glance and must not break over two lines.
        return hours == 0 ? $"{minutes}\u00a0min" : $"{hours}\u00a0h\u00a0{minutes}\u00a0min";
    }

    /// <summary>8 500</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string Number(decimal value, int decimals) => value.ToString("N" + decimals, CultureInfo.CurrentCulture);

    /// <summary>"51,0 %" from 0.51.</summary>
    public static string Share(double value, int decimals = 1) =>
        (value * 100).ToString("N" + decimals, CultureInfo.CurrentCulture) + "\u00a0%";
}
