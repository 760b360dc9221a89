using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Linkage.Weighing;

namespace Amparo.Statistics.Linkage.Clustering;

/// <summary>Judges the records of a table by the learned weights.</summary>
/// <param name="coder">How they are compared.</param>
/// <param name="codes">The records.</param>
/// <param name="weights">What was learned.</param>
/// <param name="sources">Of which files they are.</param>
internal sealed class Judge(RecordCoder coder, object?[][] codes, PairWeights weights, Sources sources) : IJudge
{
    private readonly HardConflicts _conflicts = new(coder);

    public double Score(int one, int other)
    {
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        coder.Compare(codes[one], codes[other], readings);
        return weights.Score(readings);
    }

    public double ScoreBesideGivenNames(int one, int other)
    {
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        coder.Compare(codes[one], codes[other], readings);
        readings[0] = default;
        return weights.Score(readings);
    }

    public Conflict ConflictOf(int one, int other)
    {
        if (!sources.MayBeOne(one, other))
            return Conflict.Hard;
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        coder.Compare(codes[one], codes[other], readings);
        return _conflicts.Of(readings);
    }

    public bool ShareGivenNames(int one, int other)
    {
        Span<Reading> readings = stackalloc Reading[LevelPattern.MostSlots];
        coder.Compare(codes[one], codes[other], readings);
        return readings[0].Level is > 0 and < GivenNames.Weak;
    }
}
