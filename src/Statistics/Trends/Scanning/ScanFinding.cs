namespace Amparo.Statistics.Trends.Scanning;

/// <summary>What a scan found.</summary>
/// <param name="Clusters">The strongest first; no two have a place in common.</param>
/// <param name="Replications">How many maps without a cluster were drawn.</param>
public sealed record ScanFinding(IReadOnlyList<ScanCluster> Clusters, int Replications);
