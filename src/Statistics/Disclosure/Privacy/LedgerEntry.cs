namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>Something that was released of the data.</summary>
/// <param name="Date">When.</param>
/// <param name="What">So that people find it again.</param>
/// <param name="Rho">What it cost; none for a table of exact counts, which no budget covers.</param>
public sealed record LedgerEntry(DateOnly Date, string What, double? Rho)
{
    /// <summary>Published without noise: outside of the guarantee.</summary>
    public bool IsExact => Rho is null;
}
