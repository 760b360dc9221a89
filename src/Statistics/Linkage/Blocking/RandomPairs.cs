using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>The patterns of pairs drawn at random: nearly all are of two persons, so they show how often two agree by accident.</summary>
internal static class RandomPairs
{
    private const int Piece = 10_000;

    public static IReadOnlyList<KeyValuePair<ulong, double>> Draw(RecordCoder coder, object?[][] codes, Sources sources, LinkageOptions options, Running running)
    {
        var pieces = new Dictionary<ulong, double>[(options.RandomPairs + Piece - 1) / Piece];
        running.Each(pieces.Length, () => new Reading[coder.Slots.Count], (piece, readings) =>
        {
            RandomStream stream = new(options.Seed, -1 - piece);
            var counts = pieces[piece] = [];
            for (var i = 0; i < Piece; i++)
            {
                if (sources.Draw(stream) is var (one, other))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, coder.Pattern(codes[one], codes[other], readings), out _)++;
            }
        });
        return [.. pieces.SelectMany(piece => piece).GroupBy(row => row.Key, row => row.Value).Select(same => KeyValuePair.Create(same.Key, same.Sum())).OrderBy(row => row.Key)];
    }
}
