namespace Amparo.Screening;

/// <summary>What the indicators of one set say.</summary>
/// <param name="Provisional">Whether strengths that were not confirmed in the source were counted.</param>
/// <param name="Dimensions">All six, in their order.</param>
public sealed record Support(IndicatorSet Set, bool Provisional, IReadOnlyList<DimensionFinding> Dimensions, SupportOutcome Outcome);
