namespace Amparo.Screening;

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
