using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Amparo.Statistics.Linkage.Encoding.Kernels;

/// <summary>32 bytes at once: the bits of each half of a byte are looked up within a lane (Muła, Kurz and Lemire 2018).</summary>
internal static class Avx2SharedBits
{
    private const int Together = 4;
    private const int BitsOfCount = 16;

    public static bool IsSupported => Avx2.IsSupported;

    public static void Count(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared)
    {
        ref var asked = ref MemoryMarshal.GetReference(query);
        ref var row = ref MemoryMarshal.GetReference(rows);
        // Four rows from four quarters at a time: memory is fetched ahead for each of four streams, which is nearly twice as fast as for one. Their counts ride
        // in one number, sixteen bits each, so that adding up across the vector is done once for all of them.
        var (width, quarter) = (query.Length, shared.Length / Together);
        for (var i = 0; i < quarter; i++, row = ref Unsafe.Add(ref row, width))
        {
            var sums = Vector256<ulong>.Zero;
            var rest = 0UL;
            for (var at = 0; at < Together; at++)
            {
                ref var own = ref Unsafe.Add(ref row, (nint)at * quarter * width);
                sums += Vector(ref asked, ref own, width) << (at * BitsOfCount);
                rest += Rest(ref asked, ref own, width) << (at * BitsOfCount);
            }

            var counts = Vector256.Sum(sums) + rest;
            for (var at = 0; at < Together; at++)
                shared[at * quarter + i] = (ushort)(counts >> (at * BitsOfCount));
        }

        for (var i = quarter * Together; i < shared.Length; i++)
        {
            ref var own = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)i * width);
            shared[i] = (ushort)(Vector256.Sum(Vector(ref asked, ref own, width)) + Rest(ref asked, ref own, width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Vector(ref ulong asked, ref ulong row, int width)
    {
        var bytes = Vector256<byte>.Zero;
        for (var word = 0; word <= width - Vector256<ulong>.Count; word += Vector256<ulong>.Count)
            bytes += BitsOfBytes((Vector256.LoadUnsafe(ref asked, (nuint)word) & Vector256.LoadUnsafe(ref row, (nuint)word)).AsByte());
        // The distance from nothing adds up eight bytes at a time.
        return Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsUInt64();
    }

    // The words that fill no vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Rest(ref ulong asked, ref ulong row, int width)
    {
        var sum = 0;
        for (var word = width - width % Vector256<ulong>.Count; word < width; word++)
            sum += BitOperations.PopCount(Unsafe.Add(ref asked, word) & Unsafe.Add(ref row, word));
        return (ulong)sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> BitsOfBytes(Vector256<byte> bytes)
    {
        var bitsOfHalf = Vector256.Create(Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        var half = Vector256.Create((byte)15);
        return Avx2.Shuffle(bitsOfHalf, bytes & half) + Avx2.Shuffle(bitsOfHalf, (bytes.AsUInt16() >> 4).AsByte() & half);
    }
}
