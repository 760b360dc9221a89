namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>Areas over the same times, of which one had the intervention.</summary>
public sealed class DonorPanel
{
    private const int FewestBefore = 2;

    /// <param name="units">The areas' names; three or more, so that one has two donors.</param>
    /// <param name="outcomes">For each area what is compared, by time; index 0 is time 1.</param>
    /// <param name="from">The first time with the intervention, from 3.</param>
    /// <param name="predictors">For each area figures from before that should be alike, in the same order; none for the outcomes of each time before.</param>
    /// <exception cref="ArgumentException">Rows have unlike lengths, a value is not finite, or there are too few areas or times.</exception>
    public DonorPanel(IReadOnlyList<string> units, IReadOnlyList<double[]> outcomes, int from, IReadOnlyList<double[]>? predictors = null)
    {
        if (units.Count < 3 || outcomes.Count != units.Count || (predictors is not null && predictors.Count != units.Count))
            throw new ArgumentException("There must be three areas or more, and outcomes (and predictors) for each.", nameof(units));
        if (from <= FewestBefore || outcomes.Any(outcome => outcome.Length != outcomes[0].Length || outcome.Length < from))
            throw new ArgumentException($"The intervention begins after at least {FewestBefore} times and within the series, and all areas have the same times.", nameof(from));
        if (predictors is not null && predictors.Any(row => row.Length == 0 || row.Length != predictors[0].Length))
            throw new ArgumentException("Each area has the same predictors, one or more.", nameof(predictors));
        if (!outcomes.Concat(predictors ?? []).All(row => row.All(double.IsFinite)))
            throw new ArgumentException("Every outcome and predictor is a finite number; an area with a gap is left out.", nameof(outcomes));
        (Units, Outcomes, From, Predictors) = (units, outcomes, from, predictors);
    }

    /// <summary>The areas' names.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>By area and time.</summary>
    public IReadOnlyList<double[]> Outcomes { get; }

    /// <summary>The first time with the intervention, from 1.</summary>
    public int From { get; }

    /// <summary>By area, where given.</summary>
    public IReadOnlyList<double[]>? Predictors { get; }

    /// <summary>The same areas as if the intervention had begun earlier, without what came after its true beginning.</summary>
    /// <exception cref="ArgumentException">Too few times lie before.</exception>
    public DonorPanel Earlier(int from) => new(Units, [.. Outcomes.Select(outcome => outcome[..(From - 1)])], from, Predictors);
}
