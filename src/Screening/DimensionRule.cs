namespace Amparo.Screening;

/// <summary>When a dimension is positive, and what the dimensions say together.</summary>
/// <remarks>
/// ILO and European Commission, Operational indicators of trafficking in human beings (2009, revised), the rule on how many indicators
/// make a dimension positive and the analysis of the whole; both as reported by a public document that cites it.
/// </remarks>
public static class DimensionRule
{
    /// <summary>Two strong; a strong and another; three medium; or two medium and a weak one. Counts are “at least”.</summary>
    /// <param name="strong">Strong indicators, 0 or more.</param>
    /// <param name="medium">Medium indicators, 0 or more.</param>
    /// <param name="weak">Weak indicators, 0 or more.</param>
    public static bool IsPositive(int strong, int medium, int weak) =>
        strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1);

    /// <summary>The rule's rows; whatever it has no row for stays open.</summary>
    /// <param name="of">The state of each dimension.</param>
    public static SupportOutcome Outcome(Func<Dimension, DimensionState> of)
    {
        var deception = of(Dimension.DeceptiveRecruitment);
        var recruitment = (DimensionState)Math.Max((int)deception, (int)of(Dimension.CoerciveRecruitment));
        return (recruitment, of(Dimension.Exploitation), of(Dimension.CoercionAtDestination)) switch
        {
            (DimensionState.Positive, DimensionState.Positive, DimensionState.Positive) => SupportOutcome.Trafficking,
            (_, DimensionState.Positive, DimensionState.Negative) when deception == DimensionState.Positive => SupportOutcome.DeceptionAndExploitation,
            (DimensionState.Negative, DimensionState.Positive, DimensionState.Negative) => SupportOutcome.ExploitationAlone,
            (DimensionState.Negative, DimensionState.Negative, DimensionState.Negative) => SupportOutcome.NothingPositive,
            _ => SupportOutcome.Open,
        };
    }
}
