using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>16 bytes at once: Arm counts the bits of each byte in one instruction, others look up each half of it (Muła, Kurz and Lemire 2018).</summary>
internal static class Vector128SharedBits
{
    private static readonly Vector128<byte> BitsOfHalf = Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        var width = query.Length;
        var steps = width - width % Vector128<ulong>.Count;
        ref var asked = ref MemoryMarshal.GetReference(query);
        ref var row = ref MemoryMarshal.GetReference(rows);
        for (var i = 0; i < shared.Length; i++, row = ref Unsafe.Add(ref row, width))
        {
            var bytes = Vector128<byte>.Zero;
            for (var word = 0; word < steps; word += Vector128<ulong>.Count)
                bytes += BitsOfBytes((Vector128.LoadUnsafe(ref asked, (nuint)word) & Vector128.LoadUnsafe(ref row, (nuint)word)).AsByte());
            var (low, high) = Vector128.Widen(bytes);
            var sum = (int)Vector128.Sum(low + high);
            for (var word = steps; word < width; word++)
                sum += BitOperations.PopCount(Unsafe.Add(ref asked, word) & Unsafe.Add(ref row, word));
            shared[i] = (ushort)sum;
        }
    }

    private static Vector128<byte> BitsOfBytes(Vector128<byte> bytes)
    {
        if (AdvSimd.IsSupported)
            return AdvSimd.PopCount(bytes);
        var half = Vector128.Create((byte)15);
        return Vector128.ShuffleNative(BitsOfHalf, bytes & half) + Vector128.ShuffleNative(BitsOfHalf, bytes >> 4 & half);
    }
}
