using System.Runtime.Intrinsics;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>
/// How many set bits an encoding shares with each of many, by the widest kernel that the machine has. All give the same, to the bit: whole numbers are
/// counted, nothing is rounded.
/// </summary>
public static class SharedBits
{
    /// <summary>The widest encoding, in words of 64 bits: more would overflow the kernels' counters, which are bytes.</summary>
    public const int MostWords = 62;

    /// <summary>Which kernel this machine runs.</summary>
    public static string Kernel => Avx512SharedBits.IsSupported ? "AVX-512" : Avx2SharedBits.IsSupported ? "AVX2" : Vector128.IsHardwareAccelerated ? "128 bits" : "portable";

    /// <param name="query">One encoding, in words of 64 bits: 1 to <see cref="MostWords"/>.</param>
    /// <param name="rows">As many encodings as there are results, one behind the other.</param>
    /// <param name="shared">What each has in common with the query.</param>
    /// <exception cref="ArgumentException">The query is empty or too wide, or the rows are not as many as the results.</exception>
    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        Check(query, rows, shared);
        if (Avx512SharedBits.IsSupported)
            Avx512SharedBits.Count(query, rows, shared);
        else if (Avx2SharedBits.IsSupported)
            Avx2SharedBits.Count(query, rows, shared);
        else if (Vector128.IsHardwareAccelerated)
            Vector128SharedBits.Count(query, rows, shared);
        else
            PortableSharedBits.Count(query, rows, shared);
    }

    private static void Check(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        if (query.Length is 0 or > MostWords)
            throw new ArgumentException($"An encoding has 1 to {MostWords} words, not {query.Length}.", nameof(query));
        if (rows.Length != (long)query.Length * shared.Length)
            throw new ArgumentException($"{shared.Length} encodings of {query.Length} words are {(long)query.Length * shared.Length} words, not {rows.Length}.", nameof(rows));
    }
}
