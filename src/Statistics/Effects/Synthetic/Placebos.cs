using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>What the same comparison finds where nothing happened.</summary>
/// <param name="Effect">The area itself.</param>
/// <param name="Elsewhere">Each donor as if the intervention had been there, mixed from the other donors alone.</param>
/// <param name="P">The share of areas, itself among them, whose gaps grew at least as much; never below one in their number.</param>
/// <param name="Earlier">The area as if the intervention had begun in the middle of the times before; none where these are too few.</param>
public sealed record Placebos(SyntheticResult Effect, IReadOnlyList<SyntheticResult> Elsewhere, double P, SyntheticResult? Earlier)
{
    private const int FewestBefore = 6;

    /// <summary>Compares the area, and then every donor.</summary>
    /// <param name="panel">The areas, four or more so that a donor has two others.</param>
    /// <param name="unit">The index of the one that had the intervention.</param>
    /// <param name="running">How long work is run.</param>
    /// <exception cref="ArgumentException">There are too few areas.</exception>
    public static Placebos Run(DonorPanel panel, int unit, Running running)
    {
        int[] donors = [.. Enumerable.Range(0, panel.Units.Count).Where(other => other != unit)];
        if (donors.Length < 3)
            throw new ArgumentException("Placebos need three donors or more.", nameof(panel));
        var effect = SyntheticControl.Fit(panel, unit, donors);
        var elsewhere = new SyntheticResult[donors.Length];
        running.Each(donors.Length, () => 0, (j, _) => elsewhere[j] = SyntheticControl.Fit(panel, donors[j], [.. donors.Where(other => other != donors[j])]));
        var asLarge = elsewhere.Count(placebo => placebo.Ratio >= effect.Ratio);
        var before = panel.From - 1;
        return new Placebos(effect, elsewhere, (1.0 + asLarge) / (1 + donors.Length),
            before >= FewestBefore ? SyntheticControl.Fit(panel.Earlier(before / 2 + 1), unit, donors) : null);
    }
}
