namespace Amparo.Platform.Audit;

/// <summary>What verifying the audit found.</summary>
/// <param name="Findings">The first of them, at most <see cref="MostListed"/>.</param>
/// <param name="FindingsInAll">All of them, listed or not.</param>
/// <param name="Rows">Audit rows in the database.</param>
/// <param name="Sealed">Of these, listed in a seal.</param>
/// <param name="NotYetSealed">Of these, later than the last seal.</param>
/// <param name="Anchored">Of the sealed, in a seal whose head the anchor holds.</param>
/// <param name="SealedNotAnchored">Of the sealed, all others: all of them when there is no anchor.</param>
/// <param name="Seals">Seals in the database.</param>
public sealed record AuditReport(
    IReadOnlyList<AuditFinding> Findings,
    long FindingsInAll,
    long Rows,
    long Sealed,
    long NotYetSealed,
    long Anchored,
    long SealedNotAnchored,
    long Seals)
{
    public const int MostListed = 200;

    public bool IsSound => FindingsInAll == 0;

    /// <summary>The report for the command line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Rows} audit rows: {Sealed} sealed in {Seals} seals, {NotYetSealed} not yet sealed.";
        yield return $"{Anchored} of the sealed rows are anchored, {SealedNotAnchored} are not.";
        foreach (var finding in Findings)
            yield return finding.Sentence;
        if (FindingsInAll > Findings.Count)
            yield return $"And {FindingsInAll - Findings.Count} more.";
        yield return IsSound ? "Nothing was changed, added or taken away." : $"{FindingsInAll} findings: the audit is not as it was sealed.";
    }
}
