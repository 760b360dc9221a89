namespace Amparo.Screening;

/// <summary>What the answers say; a mixed situation has several. Advice for a person who confirms or overrides it, never a decision.</summary>
public enum Result
{
    /// <summary>Every element the law needs is firmly there.</summary>
    TraffickingLikely,

    /// <summary>No needed element is ruled out, and what is there points to trafficking.</summary>
    TraffickingPossible,

    /// <summary>Somebody procured an irregular entry for a benefit.</summary>
    Smuggling,

    /// <summary>A right of whoever works is not respected.</summary>
    LabourRightsViolation,

    /// <summary>Another crime or violence.</summary>
    OtherCrime,

    /// <summary>Everything needed was truly answered, and nothing was found.</summary>
    NoIndication,

    /// <summary>What is missing could change the picture.</summary>
    InsufficientInformation,
}
