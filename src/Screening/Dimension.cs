namespace Amparo.Screening;

/// <summary>The six dimensions of the ILO's operational indicators (2009).</summary>
public enum Dimension
{
    /// <summary>Deceptive recruitment.</summary>
    DeceptiveRecruitment,

    /// <summary>Coercive recruitment.</summary>
    CoerciveRecruitment,

    /// <summary>Recruitment by abuse of vulnerability.</summary>
    VulnerabilityAtRecruitment,

    /// <summary>Exploitative conditions of work.</summary>
    Exploitation,

    /// <summary>Coercion at destination.</summary>
    CoercionAtDestination,

    /// <summary>Abuse of vulnerability at destination.</summary>
    VulnerabilityAtDestination,
}
