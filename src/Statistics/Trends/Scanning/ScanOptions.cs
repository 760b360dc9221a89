namespace Amparo.Statistics.Trends.Scanning;

/// <summary>What is scanned, and against what.</summary>
public enum ScanModel
{
    /// <summary>Circles over the whole time, against the population (Kulldorff 1997).</summary>
    Spatial,

    /// <summary>Circles that last for a while, against the population (Kulldorff 2001).</summary>
    SpaceTime,

    /// <summary>The same where no population is known, against the places' and the times' own sums (Kulldorff et al. 2005).</summary>
    Permutation,
}

/// <summary>How the map is scanned.</summary>
/// <param name="Model">What, and against what.</param>
/// <param name="MostShare">The largest share of the population (of the cases in the permutation model) in a circle; above 0, at most 1.</param>
/// <param name="MostRadius">The largest radius, in kilometres on the globe, else in the map's unit; none when not said.</param>
/// <param name="MostTime">The longest share of the times; above 0, at most 1. A window of one time is always looked at.</param>
/// <param name="IsProspective">Only windows that last until the end: what is there now. Else any.</param>
/// <param name="FewestCases">A cluster has at least so many cases.</param>
/// <param name="Replications">Maps drawn without any cluster; 0 for no p-values.</param>
/// <param name="Seed">The same gives the same p-values on every machine.</param>
/// <param name="StopAfter">Stops drawing when so many maps had a cluster as strong as the first (Besag and Clifford 1991); all are drawn when not said.</param>
/// <param name="MostClusters">How many clusters are reported at most, without a place in common.</param>
public sealed record ScanOptions(
    ScanModel Model, double MostShare = 0.5, double? MostRadius = null, double MostTime = 0.5, bool IsProspective = false, int FewestCases = 2,
    int Replications = 999, long Seed = 1, int? StopAfter = null, int MostClusters = 10);
