using Amparo.Statistics.Linkage.Blocking;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>
/// Links encoded records without the key: the model, the weights and the groups of linking in clear text (<see cref="Linker"/>), where levels come from the Dice
/// coefficients of filters and every pair is screened instead of blocked.
/// </summary>
public static class EncodedLinker
{
    /// <param name="table">Two records or more, encoded by fields.</param>
    /// <param name="options">Thresholds, the seed, and where later files begin.</param>
    /// <param name="running">Cores and stopping; neither changes a result.</param>
    /// <exception cref="ArgumentException">The records are not encoded by fields.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LinkageResult Link(EncodedTable table, LinkageOptions options, Running running)
    {
        if (table.Options.Kind != EncodingKind.Fields)
            throw new ArgumentException("Whole records are linked by their likeness alone: WholeRecordLinker does it.", nameof(table));
        RecordCoder coder = new(table.Records, isEncoded: true);
        var codes = coder.Learn();
        return Linker.Link(coder, codes, new Screening(coder, codes), options, running);
    }
}
