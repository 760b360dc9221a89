namespace Amparo.Screening;

/// <summary>Whether trafficking needs a means here.</summary>
public enum MeansNeed
{
    /// <summary>An adult: act, means and purpose.</summary>
    Needed,

    /// <summary>A child, or perhaps one: act and purpose are enough, and consent is void (Palermo Protocol, art. 3(c)).</summary>
    NotNeeded,

    /// <summary>The age is not known: it depends on it.</summary>
    IfAdult,
}
