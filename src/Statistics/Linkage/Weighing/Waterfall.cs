namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>One step of an explanation.</summary>
/// <param name="What">The comparison, or <c>prior</c>.</param>
/// <param name="Level">What was found, in words.</param>
/// <param name="Bits">log2(m/u) of the level; of the first step, the odds before anything was compared.</param>
/// <param name="Rarity">What the rarity of the value adds.</param>
public sealed record WaterfallStep(string What, string Level, double Bits, double Rarity);

/// <summary>Why a pair has its score: the steps add up to it.</summary>
/// <param name="Score">In bits: log2 of the odds.</param>
/// <param name="Steps">The prior first, then a step for each comparison.</param>
public sealed record Waterfall(double Score, IReadOnlyList<WaterfallStep> Steps)
{
    /// <summary>That the two are one person.</summary>
    public double Probability => MatchModel.Probability(Score);
}
