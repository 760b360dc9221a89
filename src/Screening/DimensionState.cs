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
