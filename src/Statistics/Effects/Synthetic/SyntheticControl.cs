namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>
/// Synthetic control (Abadie and Gardeazabal 2003; Abadie, Diamond and Hainmueller 2010): other areas mixed so that they are like this one before, and what the mixture did
/// since.
/// </summary>
public static class SyntheticControl
{
    /// <summary>Mixes donors for one area.</summary>
    /// <param name="panel">The areas.</param>
    /// <param name="unit">The index of the one that is compared.</param>
    /// <param name="donors">Indices of those that may be mixed, two or more; all others when not said.</param>
    /// <exception cref="ArgumentException">A donor is the area itself, or there are fewer than two.</exception>
    public static SyntheticResult Fit(DonorPanel panel, int unit, IReadOnlyList<int>? donors = null)
    {
        donors ??= [.. Enumerable.Range(0, panel.Units.Count).Where(other => other != unit)];
        if (donors.Count < 2 || donors.Contains(unit) || donors.Distinct().Count() < donors.Count)
            throw new ArgumentException("An area is compared with two others or more, each once and not itself.", nameof(donors));
        var (shares, importance) = new DonorWeights(panel, unit, donors).Find();
        var outcome = panel.Outcomes[unit];
        double[] expected = [.. outcome.Select((_, t) => donors.Select((donor, j) => shares[j] * panel.Outcomes[donor][t]).Sum())];
        double[] gaps = [.. outcome.Zip(expected, (seen, mixed) => seen - mixed)];
        return new SyntheticResult(panel.Units[unit], [.. donors.Select((donor, j) => KeyValuePair.Create(panel.Units[donor], shares[j]))], importance, expected, gaps,
            Root(gaps[..(panel.From - 1)]), Root(gaps[(panel.From - 1)..]));
    }

    private static double Root(double[] gaps) => double.Sqrt(gaps.Average(gap => gap * gap));
}
