namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>What was learned of one comparison.</summary>
/// <param name="Comparison">Its name.</param>
/// <param name="Levels">From the strongest agreement to none.</param>
/// <param name="M">How often each is met among pairs of one person.</param>
/// <param name="U">Among pairs of two.</param>
public sealed record ComparisonWeights(string Comparison, IReadOnlyList<string> Levels, IReadOnlyList<double> M, IReadOnlyList<double> U);
