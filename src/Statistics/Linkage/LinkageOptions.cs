namespace Amparo.Statistics.Linkage;

/// <summary>How records are linked. The defaults are the same for every kind of record.</summary>
/// <param name="Threshold">The probability from which two records are said to be one person: 0.5, above which no choice of pairs has its best expected F1 (Lipton et al. 2014).</param>
/// <param name="Review">The probability from which a pair is shown to a person.</param>
/// <param name="RandomPairs">Pairs from which u is learned; all pairs where there are no more.</param>
/// <param name="Seed">Of the random pairs.</param>
/// <param name="LaterFiles">Where each file after the first begins: only pairs across the files count, and each record has one partner at most in another. Nothing for one file.</param>
public sealed record LinkageOptions(double Threshold = 0.5, double Review = 0.1, int RandomPairs = 500_000, long Seed = 1, IReadOnlyList<int>? LaterFiles = null);
