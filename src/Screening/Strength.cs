namespace Amparo.Screening;

/// <summary>How strongly an answer speaks for an element or an indicator; ordered.</summary>
/// <remarks>
/// The three grades are those of ILO and European Commission, Operational indicators of trafficking in human beings (2009).
/// The number is the order and nothing else: grades are counted, never added up.
/// </remarks>
public enum Strength
{
    /// <summary>Says little alone.</summary>
    Weak = 1,

    /// <summary>Says something, and needs another answer beside it.</summary>
    Medium = 2,

    /// <summary>Is enough alone.</summary>
    Strong = 3,
}
