using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>64 bytes at once. .NET does not offer VPOPCNTDQ yet, so the bits of each half of a byte are looked up, as with AVX2.</summary>
internal static class Avx512SharedBits
{
    private static readonly Vector512<byte> BitsOfHalf = Vector512.Create(Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));

    public static bool IsSupported => Avx512BW.IsSupported;

    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        var width = query.Length;
        var steps = width - width % Vector512<ulong>.Count;
        ref var asked = ref MemoryMarshal.GetReference(query);
        ref var row = ref MemoryMarshal.GetReference(rows);
        for (var i = 0; i < shared.Length; i++, row = ref Unsafe.Add(ref row, width))
        {
            var bytes = Vector512<byte>.Zero;
            for (var word = 0; word < steps; word += Vector512<ulong>.Count)
                bytes += BitsOfBytes((Vector512.LoadUnsafe(ref asked, (nuint)word) & Vector512.LoadUnsafe(ref row, (nuint)word)).AsByte());
            // The distance from nothing adds up eight bytes at a time.
            var sum = (int)Vector512.Sum(Avx512BW.SumAbsoluteDifferences(bytes, Vector512<byte>.Zero).AsUInt64());
            for (var word = steps; word < width; word++)
                sum += BitOperations.PopCount(Unsafe.Add(ref asked, word) & Unsafe.Add(ref row, word));
            shared[i] = (ushort)sum;
        }
    }

    private static Vector512<byte> BitsOfBytes(Vector512<byte> bytes)
    {
        var half = Vector512.Create((byte)15);
        return Avx512BW.Shuffle(BitsOfHalf, bytes & half) + Avx512BW.Shuffle(BitsOfHalf, bytes >> 4 & half);
    }
}
