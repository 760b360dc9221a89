namespace Amparo.Platform.Packs;

/// <summary>What must be true of a holiday: a day that can come.</summary>
internal static class HolidayRules
{
    private const int LeapYear = 2024;

    public static IEnumerable<PackProblem> Problems(HolidayRule rule, JsonAt file)
    {
        var isDate = rule is { Month: >= 1 and <= 12, Day: >= 1, Easter: null } && rule.Day <= DateTime.DaysInMonth(LeapYear, rule.Month.Value);
        var isFromEaster = rule is { Month: null, Day: null, Easter: >= -70 and <= 70 };
        if (!isDate && !isFromEaster)
        {
            yield return new(
                Pack.HolidaysFile,
                file.LineOf(rule.Code),
                $"The holiday “{rule.Code}” falls on no day.",
                "Give a month and a day that exist, or only easter: the days after (or, negative, before) Easter Sunday.");
        }

        if (rule.From > rule.Until)
        {
            yield return new(Pack.HolidaysFile, file.LineOf(rule.Code), $"The holiday “{rule.Code}” ends before it begins.", "Correct from or until.");
        }
    }
}
