using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>32 bytes at once: the bits of each half of a byte are looked up within a lane (Muła, Kurz and Lemire 2018).</summary>
internal static class Avx2SharedBits
{
    private static readonly Vector256<byte> BitsOfHalf = Vector256.Create(Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));

    public static bool IsSupported => Avx2.IsSupported;

    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        var width = query.Length;
        var steps = width - width % Vector256<ulong>.Count;
        ref var asked = ref MemoryMarshal.GetReference(query);
        ref var row = ref MemoryMarshal.GetReference(rows);
        for (var i = 0; i < shared.Length; i++, row = ref Unsafe.Add(ref row, width))
        {
            var bytes = Vector256<byte>.Zero;
            for (var word = 0; word < steps; word += Vector256<ulong>.Count)
                bytes += BitsOfBytes((Vector256.LoadUnsafe(ref asked, (nuint)word) & Vector256.LoadUnsafe(ref row, (nuint)word)).AsByte());
            // The distance from nothing adds up eight bytes at a time.
            var sum = (int)Vector256.Sum(Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsUInt64());
            for (var word = steps; word < width; word++)
                sum += BitOperations.PopCount(Unsafe.Add(ref asked, word) & Unsafe.Add(ref row, word));
            shared[i] = (ushort)sum;
        }
    }

    private static Vector256<byte> BitsOfBytes(Vector256<byte> bytes)
    {
        var half = Vector256.Create((byte)15);
        return Avx2.Shuffle(BitsOfHalf, bytes & half) + Avx2.Shuffle(BitsOfHalf, bytes >> 4 & half);
    }
}
