namespace Amparo.Screening;

/// <summary>The four lists of indicators, by age and kind of exploitation.</summary>
public enum IndicatorSet
{
    /// <summary>Adults, labour exploitation.</summary>
    AdultLabour,

    /// <summary>Children, labour exploitation.</summary>
    ChildLabour,

    /// <summary>Adults, sexual exploitation.</summary>
    AdultSexual,

    /// <summary>Children, sexual exploitation.</summary>
    ChildSexual,
}
