using System.Numerics;

namespace Amparo.Statistics.Linkage.Text;

/// <summary>How alike two short texts are, 0 to 1 (Jaro 1989; Winkler 1990: prefix of up to four, a tenth each, only from 0.7 up).</summary>
public static class JaroWinkler
{
    private const double BoostFrom = 0.7;
    private const int LongestPrefix = 4;
    private const double PerLetter = 0.1;

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
        return int.Max(a.Length, b.Length) <= 64 ? OfShort(a, b) : OfLong(a, b);
    }

    // Which letters are taken stands in the bits of two numbers.
    private static double OfShort(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var reach = int.Max(0, int.Max(a.Length, b.Length) / 2 - 1);
        ulong takenOfA = 0, takenOfB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = int.Max(0, i - reach); j < int.Min(b.Length, i + reach + 1); j++)
            {
                if (a[i] != b[j] || (takenOfB >> j & 1) != 0)
                    continue;
                takenOfA |= 1UL << i;
                takenOfB |= 1UL << j;
                break;
            }
        }

        var shared = BitOperations.PopCount(takenOfA);
        var outOfOrder = 0;
        for (; takenOfA != 0; takenOfA &= takenOfA - 1, takenOfB &= takenOfB - 1)
        {
            if (a[BitOperations.TrailingZeroCount(takenOfA)] != b[BitOperations.TrailingZeroCount(takenOfB)])
                outOfOrder++;
        }

        return Of(a.Length, b.Length, shared, outOfOrder);
    }

    private static double OfLong(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var reach = int.Max(a.Length, b.Length) / 2 - 1;
        bool[] takenOfA = new bool[a.Length], takenOfB = new bool[b.Length];
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

        return Of(a.Length, b.Length, shared, outOfOrder);
    }

    private static double Of(int lengthOfA, int lengthOfB, int shared, int outOfOrder)
    {
        if (shared == 0)
            return 0;
        double both = shared;
        return (both / lengthOfA + both / lengthOfB + (both - outOfOrder / 2) / both) / 3;
    }
}
