namespace Amparo.Platform.Audit;

/// <summary>What does not agree in the audit.</summary>
public enum AuditFault
{
    RowChanged,
    RowMissing,
    RowInserted,
    SealChanged,
    SealMissing,
    ChainBroken,
    SignatureWrong,

    /// <summary>The anchor knows of seals later than the last in the database.</summary>
    Truncated,

    /// <summary>A seal that is in order by itself is not the one the anchor holds.</summary>
    Resealed,
    AnchorUnsound,
}

/// <summary>One thing that does not agree, as a plain sentence.</summary>
/// <param name="Seal">The number of the seal that shows it.</param>
/// <param name="Position">Of the row, when it is one row.</param>
public sealed record AuditFinding(AuditFault Fault, string Sentence, long? Seal = null, long? Position = null, Guid? Id = null)
{
    public override string ToString() => Sentence;
}
