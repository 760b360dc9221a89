namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>The levels of one pair of records in all comparisons as one number, four bits each, so that equal patterns are counted and weighed once.</summary>
public static class LevelPattern
{
    /// <summary>As many comparisons as fit.</summary>
    public const int MostSlots = 16;

    /// <summary>Nothing known in one of the two records: neither for nor against.</summary>
    public const int Missing = 0;

    /// <summary>As many levels as fit, with that of the missing.</summary>
    public const int MostLevels = 16;

    /// <summary>The level at one comparison.</summary>
    public static int At(ulong pattern, int slot) => (int)(pattern >> (4 * slot)) & 15;

    /// <summary>The levels as a pattern.</summary>
    /// <param name="levels">At most <see cref="MostSlots"/>, each 0 to 15.</param>
    public static ulong Of(ReadOnlySpan<byte> levels)
    {
        var pattern = 0UL;
        for (var slot = 0; slot < levels.Length; slot++)
            pattern |= (ulong)levels[slot] << (4 * slot);
        return pattern;
    }
}
