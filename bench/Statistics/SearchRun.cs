using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Linkage.Encoding.Kernels;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>
/// One query over many encodings of 1,024 bits, on one core, beside a memory copy of the same bytes in the same run. Another kernel is measured by switching the
/// wider ones off: <c>DOTNET_EnableAVX512=0</c>, <c>DOTNET_EnableAVX2=0</c>, <c>DOTNET_EnableHWIntrinsic=0</c>.
/// </summary>
internal static class SearchRun
{
    private const int Words = 16;
    private const int Nearest = 10;

    public static void Run(int records, int runs)
    {
        Header();
        RandomStream stream = new(1, 0);
        var encodings = new ulong[records * Words];
        // About a third of the bits, as records have.
        for (var word = 0; word < encodings.Length; word++)
            encodings[word] = stream.Bits() & (stream.Bits() | (stream.Bits() & stream.Bits()));
        EncodingSet set = new(Words, encodings);
        var copy = new ulong[encodings.Length];
        var shared = new ushort[records];
        List<double> searches = [], counts = [], copies = [];
        // They take turns, so that what else the machine does disturbs all alike; the first round compiles.
        for (var run = 0; run <= runs; run++)
        {
            var query = set.Of(stream.Below(records)).ToArray();
            searches.Add(Seconds(() => set.Nearest(query, Nearest)));
            counts.Add(Seconds(() => SharedBits.Count(query, encodings, shared)));
            copies.Add(Seconds(() => encodings.AsSpan().CopyTo(copy)));
        }

        var bytes = encodings.Length * 8.0 / 1e9;
        var (search, count, copied) = (Middle(searches), Middle(counts), Middle(copies));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {records:N0} | {SharedBits.Kernel} | {search.Middle * 1000:0.0} (best {search.Best * 1000:0.0}) | {bytes / search.Middle:0.0} (best {bytes / search.Best:0.0}) | {bytes / count.Middle:0.0} (best {bytes / count.Best:0.0}) | {bytes / copied.Middle:0.0} (best {bytes / copied.Best:0.0}) | {copied.Middle / search.Middle:P0} (best {copied.Best / search.Best:P0}) |"));
    }

    private static void Header() => Console.Out.WriteLine(
        "| Encodings | Kernel | One query, ten nearest, ms | GB/s | Kernel alone GB/s | Memory copy GB/s | Search over copy |\n|---|---|---|---|---|---|---|");

    private static (double Middle, double Best) Middle(List<double> seconds)
    {
        double[] sorted = [.. seconds.Skip(1).Order()];
        return (sorted[sorted.Length / 2], sorted[0]);
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
