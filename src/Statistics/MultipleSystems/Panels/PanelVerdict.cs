namespace Amparo.Statistics.MultipleSystems.Panels;

/// <summary>What the methods say together. There is no single figure in it on purpose.</summary>
/// <param name="Seen">n.</param>
/// <param name="Findings">One for each method, in the order asked.</param>
/// <param name="Reportable">Whether the range may be quoted; never one of the figures alone.</param>
/// <param name="Reasons">Why not, as sentences; empty where it may.</param>
/// <param name="Warnings">What must be said beside it: lists that are not independent, lists that overlap with no other.</param>
public sealed record PanelVerdict(int Seen, IReadOnlyList<Finding> Findings, bool Reportable, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings)
{
    /// <summary>The smallest and the largest estimate of methods that claim more than a bound; nothing where no method gave one.</summary>
    public (double Lowest, double Highest)? Spread =>
        Findings.Where(f => f is { Estimate: not null, IsLowerBound: false }).Select(f => f.Estimate!.Value).ToArray() is { Length: > 0 } all ? (all.Min(), all.Max()) : null;
}
