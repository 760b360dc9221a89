namespace Amparo.Screening;

/// <summary>One dimension: the indicators that were counted, by the answer each rests on.</summary>
/// <param name="Strong">Number of strong indicators counted, 0 or more.</param>
/// <param name="Medium">Number of medium indicators counted, 0 or more.</param>
/// <param name="Weak">Number of weak indicators counted, 0 or more.</param>
public sealed record DimensionFinding(
    Dimension Dimension, DimensionState State, int Strong, int Medium, int Weak, IReadOnlyList<FiredIndicator> Counted);

/// <summary>An indicator that was counted, with the answer it rests on and the strength it counts with.</summary>
public sealed record FiredIndicator(string Indicator, string Question, string Answer, Strength Strength, bool Confirmed);
