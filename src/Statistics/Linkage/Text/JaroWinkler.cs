namespace Amparo.Statistics.Linkage.Text;

/// <summary>How alike two short texts are, 0 to 1 (Jaro 1989; Winkler 1990: prefix of up to four, a tenth each, only from 0.7 up).</summary>
public static class JaroWinkler
{
    private const double BoostFrom = 0.7;
    private const int LongestPrefix = 4;
    private const double PerLetter = 0.1;
    private const int OnTheStack = 256;

    /// <summary>1 for equal texts, 0 where no letter is shared. Letters are compared as they stand.</summary>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var jaro = Jaro(a, b);
        if (jaro < BoostFrom)
            return jaro;
        var prefix = a.CommonPrefixLength(b);
        return jaro + int.Min(prefix, LongestPrefix) * PerLetter * (1 - jaro);
    }

    /// <summary>Without Winkler's prefix.</summary>
    public static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length == b.Length ? 1 : 0;
        var reach = int.Max(0, int.Max(a.Length, b.Length) / 2 - 1);
        Span<bool> takenOfA = a.Length <= OnTheStack ? stackalloc bool[a.Length] : new bool[a.Length];
        Span<bool> takenOfB = b.Length <= OnTheStack ? stackalloc bool[b.Length] : new bool[b.Length];
        var shared = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = int.Max(0, i - reach); j < int.Min(b.Length, i + reach + 1); j++)
            {
                if (takenOfB[j] || a[i] != b[j])
                    continue;
                takenOfA[i] = takenOfB[j] = true;
                shared++;
                break;
            }
        }

        if (shared == 0)
            return 0;
        var outOfOrder = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if (!takenOfA[i])
                continue;
            while (!takenOfB[j])
                j++;
            if (a[i] != b[j++])
                outOfOrder++;
        }

        double both = shared;
        return (both / a.Length + both / b.Length + (both - outOfOrder / 2) / both) / 3;
    }
}
