using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>A pair that a rule brought, with its levels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Candidate(int One, int Other, ulong Pattern);

/// <summary>All pairs that the rules bring, each once, and how often each pattern is met among them.</summary>
internal sealed class Candidates
{
    private const int Piece = 256;

    private Candidates(Candidate[][] pieces, IReadOnlyList<RuleYield> yields)
    {
        (Pieces, Yields) = (pieces, yields);
        Dictionary<ulong, double> counts = [];
        foreach (var piece in pieces)
        {
            foreach (var pair in piece)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, pair.Pattern, out _)++;
        }

        Counts = [.. counts.OrderBy(row => row.Key)];
    }

    public Candidate[][] Pieces { get; }

    public IReadOnlyList<RuleYield> Yields { get; }

    public IReadOnlyList<KeyValuePair<ulong, double>> Counts { get; }

    /// <summary>Those that the finder finds.</summary>
    public static Candidates By(ICandidateFinder finder, RecordCoder coder, object?[][] codes, Sources sources, Running running)
    {
        var pieces = new Candidate[(codes.Length + Piece - 1) / Piece][];
        var yields = new long[finder.Rules.Count];
        running.Each(pieces.Length, () => new Desk(finder, coder, sources, codes.Length), (piece, desk) =>
        {
            for (var record = piece * Piece; record < int.Min(codes.Length, (piece + 1) * Piece); record++)
                desk.Add(record, codes);
            pieces[piece] = desk.Take(yields);
        });
        return new Candidates(pieces, [.. finder.Rules.Select((rule, i) => new RuleYield(rule, yields[i]))]);
    }

    /// <summary>Every pair there is.</summary>
    public static Candidates All(RecordCoder coder, object?[][] codes, Sources sources, Running running)
    {
        var pieces = new Candidate[codes.Length][];
        running.Each(pieces.Length, () => new Reading[coder.Slots.Count], (other, readings) =>
        {
            var to = sources.Before(other);
            pieces[other] = new Candidate[to];
            for (var one = 0; one < to; one++)
                pieces[other][one] = new Candidate(one, other, coder.Pattern(codes[one], codes[other], readings));
        });
        return new Candidates(pieces, [new RuleYield("all pairs", pieces.Sum(piece => (long)piece.Length))]);
    }

    private sealed class Desk(ICandidateFinder finder, RecordCoder coder, Sources sources, int records)
    {
        private readonly BlockingDesk _desk = new(records);
        private readonly Reading[] _readings = new Reading[coder.Slots.Count];
        private readonly List<Candidate> _pairs = [];
        private readonly long[] _yields = new long[finder.Rules.Count];

        public void Add(int record, object?[][] codes)
        {
            finder.Find(codes[record], sources.Before(record), _desk, (one, rule) =>
            {
                _pairs.Add(new Candidate(one, record, coder.Pattern(codes[one], codes[record], _readings)));
                _yields[rule]++;
            });
        }

        public Candidate[] Take(long[] yields)
        {
            for (var rule = 0; rule < _yields.Length; rule++)
                Interlocked.Add(ref yields[rule], _yields[rule]);
            Array.Clear(_yields);
            Candidate[] taken = [.. _pairs];
            _pairs.Clear();
            return taken;
        }
    }
}
