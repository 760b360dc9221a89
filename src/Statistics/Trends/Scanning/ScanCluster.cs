using System.Globalization;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>Places, and a while, with more cases than there should be.</summary>
/// <param name="Places">Indexes into the map's places, from the middle outwards.</param>
/// <param name="Radius">From the middle to the farthest: kilometres on the globe, else the map's unit.</param>
/// <param name="First">The first time, from 1.</param>
/// <param name="Last">The last time.</param>
/// <param name="Cases">Observed.</param>
/// <param name="Expected">Were there no cluster.</param>
/// <param name="RelativeRisk">Observed by expected inside, over the same outside; infinite where there is no case outside.</param>
/// <param name="LogRatio">The logarithm of the likelihood ratio, by which clusters are ordered.</param>
/// <param name="PValue">The share of maps without a cluster, this one counted among them, that had one as strong; nothing where none were drawn.</param>
public sealed record ScanCluster(
    IReadOnlyList<int> Places, double Radius, int First, int Last, int Cases, double Expected, double RelativeRisk, double LogRatio, double? PValue)
{
    /// <summary>Once in how many times (days, weeks …) of prospective scans chance alone says so much; nothing without a p-value.</summary>
    public double? Recurrence => 1 / PValue;

    /// <summary>The cluster in one sentence.</summary>
    public string Explanation => string.Create(CultureInfo.InvariantCulture,
        $"{Cases:N0} cases where {Expected:N1} were expected: {(double.IsFinite(RelativeRisk) ? $"the risk is {RelativeRisk:0.00} times that of elsewhere" : "elsewhere there is none")}.{(PValue is { } p ? $" Were there no cluster, a map would show one as strong with probability {p:0.0###}." : "")}");
}
