using System.Numerics;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>Word by word, on any machine: what the other kernels are tested against.</summary>
internal static class PortableSharedBits
{
    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        for (var row = 0; row < shared.Length; row++)
            shared[row] = (ushort)Of(query, rows.Slice(row * query.Length, query.Length));
    }

    /// <summary>What two encodings of one width have in common.</summary>
    public static int Of(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var shared = 0;
        for (var word = 0; word < one.Length; word++)
            shared += BitOperations.PopCount(one[word] & other[word]);
        return shared;
    }
}
