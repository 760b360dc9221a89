using System.Runtime.Intrinsics;
using Amparo.Statistics.Linkage.Encoding.Kernels;
using Amparo.Statistics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>Every kernel counts what the portable one counts, and that one what is counted bit by bit.</summary>
public class SharedBitsTests
{
    private const int Rows = 9;

    private delegate void Kernel(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, Span<ushort> shared);

    [Fact]
    public void The_portable_kernel_counts_bit_by_bit() => ForAll((query, rows) =>
    {
        var counted = Run(PortableSharedBits.Count, query, rows);
        for (var row = 0; row < Rows; row++)
        {
            var bits = Enumerable.Range(0, query.Length * 64).Count(bit => (query[bit / 64] & rows[row * query.Length + bit / 64] & (1UL << (bit % 64))) != 0);
            counted[row].ShouldBe((ushort)bits);
        }
    });

    [Fact]
    public void The_kernel_of_this_machine_counts_the_same() => ShouldBePortable(SharedBits.Count);

    // Runs by lookup where there is no Arm; the Arm instruction is used on Arm alone.
    [Fact]
    public void The_kernel_of_128_bits_counts_the_same() => ShouldBePortable(Vector128SharedBits.Count);

    [Fact]
    public void The_kernel_of_AVX2_counts_the_same()
    {
        Assert.SkipUnless(Avx2SharedBits.IsSupported, "This machine has no AVX2.");
        ShouldBePortable(Avx2SharedBits.Count);
    }

    [Fact]
    public void The_kernel_of_AVX_512_counts_the_same()
    {
        Assert.SkipUnless(Avx512SharedBits.IsSupported, "This machine has no AVX-512.");
        ShouldBePortable(Avx512SharedBits.Count);
    }

    [Fact]
    public void The_widest_encoding_with_every_bit_set_overflows_nothing()
    {
        var full = Enumerable.Repeat(ulong.MaxValue, SharedBits.MostWords * Rows).ToArray();
        List<Kernel> kernels = [PortableSharedBits.Count, SharedBits.Count, Vector128SharedBits.Count];
        if (Avx2SharedBits.IsSupported)
            kernels.Add(Avx2SharedBits.Count);
        foreach (var kernel in kernels)
            Run(kernel, full[..SharedBits.MostWords], full).ShouldAllBe(shared => shared == SharedBits.MostWords * 64);
    }

    [Theory]
    [InlineData(0, 0, 1), InlineData(63, 63, 1), InlineData(2, 3, 1), InlineData(2, 2, 2)]
    public void What_is_not_whole_is_refused(int query, int rows, int shared) =>
        Should.Throw<ArgumentException>(() => SharedBits.Count(new ulong[query], new ulong[rows], new ushort[shared]));

    [Fact]
    public void The_kernel_has_a_name() => SharedBits.Kernel.ShouldBe(
        Avx512SharedBits.IsSupported ? "AVX-512" : Avx2SharedBits.IsSupported ? "AVX2" : Vector128.IsHardwareAccelerated ? "128 bits" : "portable");

    private static void ShouldBePortable(Kernel kernel) => ForAll((query, rows) => Run(kernel, query, rows).ShouldBe(Run(PortableSharedBits.Count, query, rows)));

    private static ushort[] Run(Kernel kernel, ulong[] query, ulong[] rows)
    {
        var shared = new ushort[Rows];
        kernel(query, rows, shared);
        return shared;
    }

    private static void ForAll(Action<ulong[], ulong[]> holds) => Prop.ForAll(Gen.Choose(1, SharedBits.MostWords).Two().ToArbitrary(), both =>
    {
        RandomStream stream = new(both.Item2, both.Item1);
        holds(Words(both.Item1, stream), Words(both.Item1 * Rows, stream));
    }).Check(Config.QuickThrowOnFailure);

    private static ulong[] Words(int count, RandomStream stream) => [.. Enumerable.Range(0, count).Select(_ => stream.Bits())];
}
