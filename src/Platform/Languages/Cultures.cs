using System.Globalization;

namespace Amparo.Platform.Languages;

/// <summary>The two cultures that are shown. What the look asks for is set here, so that no machine's ICU version changes it.</summary>
internal static class Cultures
{
    // U+202F, the narrow no-break space: 8 500 stays on one line.
    private const string Thin = "\u202f";

    public static CultureInfo Spanish { get; } = MakeSpanish();

    public static CultureInfo English { get; } = MakeEnglish();

    private static CultureInfo MakeSpanish()
    {
        var culture = new CultureInfo("es-PE", useUserOverride: false);
        var dates = culture.DateTimeFormat;
        dates.AbbreviatedDayNames = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"];
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames =
            ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "set", "oct", "nov", "dic", ""];
        dates.MonthNames = dates.MonthGenitiveNames =
            ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "setiembre", "octubre", "noviembre", "diciembre", ""];
        return WithNumbers(culture, ",");
    }

    private static CultureInfo MakeEnglish()
    {
        var culture = new CultureInfo("en-GB", useUserOverride: false);
        culture.DateTimeFormat.AbbreviatedMonthNames = culture.DateTimeFormat.AbbreviatedMonthGenitiveNames =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", ""];
        return WithNumbers(culture, ".");
    }

    private static CultureInfo WithNumbers(CultureInfo culture, string point)
    {
        var numbers = culture.NumberFormat;
        (numbers.NumberDecimalSeparator, numbers.PercentDecimalSeparator, numbers.CurrencyDecimalSeparator) = (point, point, point);
        (numbers.NumberGroupSeparator, numbers.PercentGroupSeparator, numbers.CurrencyGroupSeparator) = (Thin, Thin, Thin);
        // "n %"; the framework puts a common space there, and a line could break in it.
        numbers.PercentSymbol = "%";
        (numbers.PercentPositivePattern, numbers.PercentNegativePattern) = (1, 1);
        return CultureInfo.ReadOnly(culture);
    }
}
