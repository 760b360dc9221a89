using System.Globalization;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>When somebody was born, as far as it is told; 0 for what is not.</summary>
internal sealed record Birth(int Year, int Month, int Day, int? Age)
{
    /// <summary>Year, month and day as eight digits, for slips of the hand.</summary>
    public string Digits { get; } = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{Month:00}{Day:00}");

    public bool HasDate => Year > 0;

    /// <summary>1 January is what people write who know the year alone.</summary>
    public bool IsRounded => Month <= 1 && Day <= 1;

    /// <summary>Reads 1990-12-31, 19901231, 31/12/1990 or a year; nothing where it is none of them.</summary>
    public static (int Year, int Month, int Day) Date(string text)
    {
        var parts = text.Split(['-', '/', '.', ' ', 'T'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && parts[0].Length == 8)
            parts = [parts[0][..4], parts[0][4..6], parts[0][6..]];
        if (parts.Length == 0 || parts.Length == 2)
            return default;
        var (first, last) = (Number(parts[0]), parts.Length > 2 ? Number(parts[2]) : 0);
        return parts.Length == 1 ? (first, 0, 0) : parts[0].Length == 4 ? (first, Number(parts[1]), last) : (last, Number(parts[1]), first);
    }

    public static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000 ? number : 0;
}
