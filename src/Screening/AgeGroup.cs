namespace Amparo.Screening;

/// <summary>
/// The ages the law tells apart. Under 18 no means are needed (Palermo Protocol, art. 3(c) and (d)); 14 changes the penalty in Peru
/// (Código Penal, art. 129-B). Ordered from the most protected, so that of two answers the smaller one holds.
/// </summary>
public enum AgeGroup
{
    /// <summary>Younger than 14 years.</summary>
    Under14,

    /// <summary>14 to 17 years, both included.</summary>
    From14To17,

    /// <summary>In doubt: taken for a child until the contrary is shown (in Peru DS 001-2016-IN, presumption of minority).</summary>
    CouldBeUnder18,

    /// <summary>18 years or more.</summary>
    Adult,

    /// <summary>Nobody has asked, or nobody could say anything.</summary>
    Unknown,
}
