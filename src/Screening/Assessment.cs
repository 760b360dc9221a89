namespace Amparo.Screening;

/// <summary>What the answers say, with everything it rests on. The same answers always give the same assessment.</summary>
/// <param name="Results">One or more, in the order of <see cref="Result"/>.</param>
/// <param name="Picture">What the results were drawn from.</param>
/// <param name="Kinds">All eight elements, in the order of <see cref="ElementKind"/>.</param>
/// <param name="Support">The indicators, for every set that may apply.</param>
/// <param name="Explanations">Every result, element, counted answer and missing question, in reading order.</param>
public sealed record Assessment(
    IReadOnlyList<Result> Results,
    Picture Picture,
    IReadOnlyList<KindFinding> Kinds,
    IReadOnlyList<Support> Support,
    IReadOnlyList<Explanation> Explanations)
{
    /// <summary>The age that holds.</summary>
    public AgeGroup Age => Picture.Age;

    /// <summary>Whether trafficking needs a means at this age.</summary>
    public MeansNeed MeansNeed => Picture.MeansNeed;

    /// <summary>One element.</summary>
    public KindFinding this[ElementKind kind] => Kinds[(int)kind];

    /// <summary>Whether the answers say this, alone or among others.</summary>
    public bool Says(Result result) => Results.Contains(result);
}
