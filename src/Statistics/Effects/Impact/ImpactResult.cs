namespace Amparo.Statistics.Effects.Impact;

/// <summary>What the draws of one figure say.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Lower">The interval's lower end.</param>
/// <param name="Upper">The interval's upper end.</param>
public sealed record Posterior(double Mean, double Deviation, double Lower, double Upper);

/// <summary>One time since the intervention.</summary>
/// <param name="Time">From 1.</param>
/// <param name="Actual">What was seen.</param>
/// <param name="Expected">What was to be expected without.</param>
public sealed record ImpactTime(int Time, double Actual, Posterior Expected);

/// <summary>What a series would have been without an intervention, and what it was.</summary>
/// <param name="Actual">The mean since the intervention.</param>
/// <param name="Expected">The mean to be expected without.</param>
/// <param name="Effect">Their difference.</param>
/// <param name="Cumulative">The difference summed over the times.</param>
/// <param name="Relative">The difference over what was to be expected.</param>
/// <param name="P">The share of draws as far to the side of what was seen, one-sided.</param>
/// <param name="Inclusion">In which share of draws each covariate has a coefficient.</param>
/// <param name="Residuals">Whether what is left over before is correlated in time: where it is, the intervals are too narrow.</param>
/// <param name="Times">Time by time.</param>
/// <param name="Earlier">The same as if it had begun at two thirds of the times before, where there was none; nothing where these are too few, or a covariate does not change in them.</param>
public sealed record ImpactResult(
    double Actual,
    Posterior Expected,
    Posterior Effect,
    Posterior Cumulative,
    Posterior Relative,
    double P,
    IReadOnlyList<KeyValuePair<string, double>> Inclusion,
    LjungBox Residuals,
    IReadOnlyList<ImpactTime> Times,
    ImpactResult? Earlier);
