namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>A series that something interrupted.</summary>
/// <param name="Counts">By time, index 0 is time 1; 0 or more.</param>
/// <param name="From">The first time with the intervention.</param>
/// <param name="Population">Whom the counts are of, by time, above 0; none when it did not change.</param>
/// <param name="Covariates">Other columns by name, each by time.</param>
/// <param name="Control">Counts of an area without the intervention.</param>
/// <param name="ControlPopulation">Whom these are of.</param>
public sealed record InterruptedSeries(
    IReadOnlyList<double> Counts,
    int From,
    IReadOnlyList<double>? Population = null,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<double>>>? Covariates = null,
    IReadOnlyList<double>? Control = null,
    IReadOnlyList<double>? ControlPopulation = null)
{
    private const int FewestEachSide = 3;

    /// <exception cref="ArgumentException">A column has another length or a value out of its range, or there is too little before or after.</exception>
    internal void Check(InterruptedOptions options)
    {
        if (options.Period < 2 || options.Harmonics < 0 || 2 * options.Harmonics >= options.Period || !(options.Level is > 0 and < 1) || options.Lags < 0 || options.Lags >= Counts.Count)
            throw new ArgumentException("The period is 2 or more, with fewer waves than half of it; the level lies between 0 and 1; lags are 0 or more and fewer than the times.", nameof(options));
        if (options.HasSlope && !options.HasTrend)
            throw new ArgumentException("A change of the trend needs a trend.", nameof(options));
        if (From <= FewestEachSide || From > Counts.Count - FewestEachSide + 1)
            throw new ArgumentException($"The intervention needs {FewestEachSide} times before it and as many after; there are {Counts.Count} and it begins at {From}.", nameof(options));
        Check(Counts, "The counts", value => value >= 0);
        Check(Population, "The population", value => value > 0);
        Check(Control, "The control", value => value >= 0);
        Check(ControlPopulation, "The control's population", value => value > 0);
        foreach (var (name, values) in Covariates ?? [])
            Check(values, name, _ => true);
        if (Control is null && ControlPopulation is not null)
            throw new ArgumentException("A population of the control is given, but no control.", nameof(options));
    }

    private void Check(IReadOnlyList<double>? values, string what, Func<double, bool> isAllowed)
    {
        if (values is not null && (values.Count != Counts.Count || !values.All(value => double.IsFinite(value) && isAllowed(value))))
            throw new ArgumentException($"{what} must hold {Counts.Count} numbers in their range, one for each time.", nameof(values));
    }
}
