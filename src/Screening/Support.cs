namespace Amparo.Screening;

/// <summary>Whether a dimension counts as positive.</summary>
public enum DimensionState
{
    /// <summary>Every question that could make it positive was truly answered, and it is not.</summary>
    Negative,

    /// <summary>Not positive, and not everything was answered.</summary>
    Open,

    /// <summary>Positive by the rule.</summary>
    Positive,
}

/// <summary>What the ILO's rule for the whole says; it supports, and never decides.</summary>
/// <remarks>ILO and European Commission, Operational indicators of trafficking in human beings (2009), analysis of the six dimensions.</remarks>
public enum SupportOutcome
{
    /// <summary>The rule has no row for this combination, or not everything was answered.</summary>
    Open,

    /// <summary>Recruitment, exploitation and coercion all negative.</summary>
    NothingPositive,

    /// <summary>Exploitation alone.</summary>
    ExploitationAlone,

    /// <summary>Deceptive recruitment and exploitation, without coercion at destination.</summary>
    DeceptionAndExploitation,

    /// <summary>Deceptive or coercive recruitment, exploitation, and coercion at destination.</summary>
    Trafficking,
}

/// <summary>What the indicators of one set say.</summary>
/// <param name="Provisional">Whether strengths that were not confirmed in the source were counted.</param>
/// <param name="Dimensions">All six, in their order.</param>
public sealed record Support(IndicatorSet Set, bool Provisional, IReadOnlyList<DimensionFinding> Dimensions, SupportOutcome Outcome);

/// <summary>One dimension: the indicators that were counted, by the answer each rests on.</summary>
/// <param name="Strong">Number of strong indicators counted, 0 or more.</param>
/// <param name="Medium">Number of medium indicators counted, 0 or more.</param>
/// <param name="Weak">Number of weak indicators counted, 0 or more.</param>
public sealed record DimensionFinding(
    Dimension Dimension, DimensionState State, int Strong, int Medium, int Weak, IReadOnlyList<FiredIndicator> Counted);

/// <summary>An indicator that was counted, with the answer it rests on and the strength it counts with.</summary>
public sealed record FiredIndicator(string Indicator, string Question, string Answer, Strength Strength, bool Confirmed);
